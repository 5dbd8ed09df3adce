//! A town whose truth is known: how many issues of each category there were in each community and year.

use std::fmt::Write;

use super::{Files, published};
use crate::site::Site;

/// Communities, and the years of the records.
const PLACES: [&str; 6] = ["ash", "birch", "cedar", "elm", "fir", "tiny"];
const YEARS: [&str; 2] = ["2023", "2024"];

/// How many of what.
pub struct Town {
    /// For messages.
    pub name: String,
    /// `[privacy] sensitive`, as TOML; the program's own words without it.
    pub sensitive: Option<&'static str>,
    counts: Vec<(&'static str, &'static str, &'static str, i64)>,
}

impl Town {
    /// Two sensitive categories, with large and small counts.
    pub fn two() -> Self {
        Self::of(
            "two",
            &["救助", "纠纷", "电梯", "停车", "绿化", "噪声"],
            &[
                // ash, birch, cedar, elm, fir, tiny in the first year, then in the second.
                [3, 8, 6, 9, 7, 1, 6, 2, 7, 8, 9, 2],
                [7, 6, 1, 8, 6, 0, 9, 6, 8, 0, 7, 1],
                [9, 8, 7, 9, 6, 0, 8, 9, 9, 7, 6, 1],
                [9, 10, 11, 12, 9, 1, 9, 8, 9, 10, 11, 1],
                [14, 12, 13, 15, 16, 1, 17, 18, 12, 13, 14, 0],
                [30, 28, 31, 25, 22, 2, 30, 34, 28, 27, 26, 1],
            ],
        )
    }

    /// A single one, which is all that its complement hides.
    pub fn one() -> Self {
        Self::of(
            "one",
            &["救助", "绿化", "停车", "噪声"],
            &[
                [3, 8, 6, 9, 7, 1, 6, 2, 7, 0, 9, 2],
                [9, 12, 11, 9, 10, 1, 11, 12, 9, 8, 12, 1],
                [14, 12, 13, 15, 16, 1, 17, 18, 12, 13, 14, 0],
                [30, 28, 31, 25, 22, 2, 30, 34, 28, 27, 26, 1],
            ],
        )
    }

    /// One community, one year.
    pub fn lonely() -> Self {
        let rows = [5, 2, 8, 9].map(|count| std::array::from_fn(|at| if at == 0 { count } else { 0 }));
        Self::of("lonely", &["救助", "绿化", "停车", "噪声"], &rows)
    }

    /// Some town, always the same of a seed.
    pub fn random(seed: u64) -> Self {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut below = |most: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            i64::try_from(state % most).unwrap()
        };
        let most = [9, 12, 10, 14, 20, 40];
        let rows: Vec<[i64; 12]> = most
            .iter()
            .map(|&most| std::array::from_fn(|at| if at % 6 == 5 { below(3) } else { below(most) }))
            .collect();
        Self::of(&format!("random {seed}"), &["救助", "纠纷", "电梯", "停车", "绿化", "噪声"], &rows)
    }

    fn of(name: &str, categories: &[&'static str], rows: &[[i64; 12]]) -> Self {
        let mut counts = Vec::new();
        for (&category, row) in categories.iter().zip(rows) {
            for (at, &count) in row.iter().enumerate() {
                counts.push((PLACES[at % 6], YEARS[at / 6], category, count));
            }
        }
        Self { name: name.to_owned(), sensitive: None, counts }
    }

    /// Records of some places, years and categories.
    pub fn count(&self, is_meant: impl Fn((&str, &str, &str)) -> bool) -> i64 {
        let meant = self.counts.iter().filter(|(place, year, category, _)| is_meant((place, year, category)));
        meant.map(|(.., count)| count).sum()
    }

    /// Whether a category is one of the sensitive.
    pub fn is_sensitive(category: &str) -> bool {
        matches!(category, "救助" | "纠纷")
    }

    /// Builds its site. Whoever handles relief handles nothing else, and says so in every column.
    pub fn publish(&self) -> Files {
        let mut issues =
            String::from("id,place,received_at,closed_at,due_at,kind,category,channel,department,topic,summary\n");
        let mut number = 0;
        for &(place, year, category, count) in &self.counts {
            for at in 0..count {
                number += 1;
                let day = format!("{year}-{:02}-{:02}", at % 12 + 1, number % 27 + 1);
                // Some are overdue, so that lists name them.
                let closed = if at % 5 == 0 { "" } else { day.as_str() };
                let (kind, department, topic, summary) = match category {
                    "救助" => ("求助", "民政站", "临时救助", "已发放。"),
                    "纠纷" => ("纠纷", "司法所", "", ""),
                    _ => ("投诉", "城管办", "", ""),
                };
                let channel = if number % 3 == 0 { "热线" } else { "来访" };
                writeln!(
                    issues,
                    "T-{number:04},{place},{day},{closed},{day},{kind},{category},{channel},{department},{topic},{summary}"
                )
                .unwrap();
            }
        }
        let mut places = String::from("id,name,level,parent\nstreet,林街道,subdistrict,\n");
        for place in PLACES {
            writeln!(places, "{place},{place}社区,community,street").unwrap();
        }
        let sensitive = self.sensitive.map(|words| format!("sensitive = {words}\n")).unwrap_or_default();
        let settings = format!(
            "[site]\ntitle = \"林街道公示\"\nas_of = 2024-12-31\nbase_url = \"https://lin.example/\"\n\n[privacy]\n{sensitive}\n\
             [[source]]\ntable = \"issues\"\nfiles = [\"data/issues.csv\"]\npublic = [\"summary\"]\n\n\
             [[source]]\ntable = \"places\"\nfiles = [\"data/places.csv\"]\n"
        );
        let site = Site::new().file("site.toml", settings).file("data/places.csv", places);
        published(&site.file("data/issues.csv", issues))
    }
}
