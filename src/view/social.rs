//! The picture that stands for a page where its address is passed on: a name, three figures and a year of months.

use super::{Subject, View, routes};
use crate::measure::registry;
use crate::model::Period;

/// Months drawn.
const MONTHS: i32 = 12;

/// What such a picture shows.
#[derive(Debug)]
pub struct SocialCard {
    /// Address of the file.
    pub address: String,
    /// Name of the site.
    pub site: String,
    /// What it is about.
    pub title: String,
    /// The month of the figures.
    pub period: String,
    /// The figures.
    pub facts: Vec<CardFact>,
    /// What the bars count, in words.
    pub bars_name: String,
    /// A count a month, the latest last.
    pub bars: Vec<u64>,
    /// Who publishes it, and up to when it speaks.
    pub foot: String,
}

/// A figure of the picture.
#[derive(Debug)]
pub struct CardFact {
    /// Name.
    pub name: String,
    /// The number.
    pub value: String,
    /// The word after it; empty for percentages.
    pub unit: String,
}

impl SocialCard {
    /// Every text that is drawn.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let facts = self.facts.iter().flat_map(|fact| [&fact.name, &fact.value, &fact.unit]);
        [&self.site, &self.title, &self.period, &self.bars_name, &self.foot]
            .into_iter()
            .chain(facts)
            .map(String::as_str)
    }
}

impl View<'_> {
    /// Those that have a picture: the site, its communities and its teams. None where the site does not know its address, for
    /// then no page could tell where the picture is.
    #[must_use]
    pub fn social_cards(&self) -> Vec<Subject> {
        if self.config.site.base_url.is_none() {
            return Vec::new();
        }
        let communities = self.communities.iter().map(|&at| Subject::Place(at));
        let teams = (0..self.cleared.ledger().teams.len()).map(Subject::team);
        std::iter::once(Subject::Site).chain(communities).chain(teams).collect()
    }

    /// The picture of a subject; `None` for one that has no page.
    #[must_use]
    pub fn social_card(&self, subject: Subject) -> Option<SocialCard> {
        let ledger = self.cleared.ledger();
        let site = &self.config.site;
        let (page, title) = match subject {
            Subject::Place(at) => {
                let place = ledger.place(at)?;
                (routes::place(place, self.config.community_level)?, place.name.clone())
            }
            Subject::Team(at) => ledger.team(at).map(|team| (routes::team(team), team.name.clone()))?,
            _ => (routes::HOME.to_owned(), if site.subtitle.is_empty() { &site.title } else { &site.subtitle }.clone()),
        };
        let is_about_issues = !ledger.issues.is_empty() && !matches!(subject, Subject::Team(_));
        let ids: &[&str] = if is_about_issues {
            &["issues.received", "issues.on_time_rate", "issues.overdue"]
        } else {
            &["activities.sessions", "activities.participations", "activities.hours"]
        };
        let month = Period::Month(self.month);
        let facts = self.cards(ids, subject, month).into_iter();
        let counted = ids.first().copied().and_then(registry::find).filter(|metric| self.is_measured(metric.id));
        let bars = counted.map_or_else(Vec::new, |metric| {
            let months = (0..MONTHS).rev().map(|back| Period::Month(self.month.plus(-back)));
            let count = |period| self.cleared.measures().figure(metric, subject, period).value.count().unwrap_or(0);
            months.map(count).collect()
        });
        let bars_name = counted.filter(|_| bars.iter().any(|&count| count > 0)).map(|metric| {
            let name = metric.text(self.lang).name;
            self.lang.pick(format!("近 {MONTHS} 个月{name}"), format!("{name}, last {MONTHS} months"))
        });
        let as_of = self.day(self.as_of);
        let as_of = self.lang.pick(format!("数据截至 {as_of}"), format!("Data up to {as_of}"));
        Some(SocialCard {
            address: routes::social_card(&page),
            site: site.title.clone(),
            title,
            period: self.period_name(month),
            facts: facts.map(|card| CardFact { name: card.name, value: card.value, unit: card.unit }).collect(),
            bars_name: bars_name.unwrap_or_default(),
            bars,
            foot: [site.publisher.as_str(), &as_of].join("  ").trim().to_owned(),
        })
    }
}
