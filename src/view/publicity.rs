//! Notices under publicity (公示): their terms in words, and the projects that they are about.

use super::community::Fact;
use super::shell::Link;
use super::{View, figure_text, routes};
use crate::model::{Project, ProjectIx, Prose, Publicity, PublicityUnit};
use crate::text::date::Day;

/// How the term of a public notice stands at the as-of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Not put up yet.
    Coming,
    /// Its term has ended.
    Ended,
    /// Taken down before its last day.
    TakenDown,
    /// People can still object.
    Open,
}

impl View<'_> {
    /// The last day of a notice's term; `None` for notices without one.
    pub(super) fn last_day(&self, notice: &Prose) -> Option<Day> {
        let at = self.cleared.ledger().library.notices.iter().position(|other| other.slug == notice.slug)?;
        self.cleared.measures().last_day(at)
    }

    /// How a term with this last day stands.
    pub(super) fn standing(&self, publicity: &Publicity, last: Day) -> Standing {
        if publicity.from > self.as_of {
            Standing::Coming
        } else if publicity.until.is_some_and(|down| down < last && down <= self.as_of) {
            Standing::TakenDown
        } else if last <= self.as_of {
            Standing::Ended
        } else {
            Standing::Open
        }
    }

    /// From when to when: the day after a notice was put up is the first that counts.
    pub(super) fn term(&self, publicity: &Publicity, last: Day) -> String {
        let lang = self.lang;
        let first = publicity.from.plus(1);
        let (days, unit) = self.term_length(publicity);
        let (from, to) = if first.month().year() == last.month().year() && lang == crate::text::Lang::Zh {
            // The second year would say nothing new.
            (self.day(first), self.short_day(last))
        } else {
            (self.day(first), self.day(last))
        };
        let mut term = lang.pick(
            format!("{from}（次日起算）至{to}，共 {days} {unit}"),
            format!("{from} (the day after it was put up) to {to}, {days} {unit}"),
        );
        let is_longer = last.since(publicity.from) > i32::from(publicity.days);
        if publicity.unit == PublicityUnit::NaturalDay && is_longer {
            term += lang.pick("，末日遇休息日顺延", ", moved on as the last day is off");
        }
        term
    }

    fn term_length(&self, publicity: &Publicity) -> (String, &'static str) {
        let days = publicity.days.to_string();
        let unit = figure_text::counted(&days, publicity.unit.name(self.lang));
        (days, unit)
    }

    /// The term of a public notice with its last day, by which rule, and where to object.
    pub(super) fn publicity(&self, notice: &Prose) -> Vec<Fact> {
        let lang = self.lang;
        let Some((publicity, last)) = notice.publicity.as_ref().zip(self.last_day(notice)) else { return Vec::new() };
        let mut period = self.term(publicity, last);
        if last <= self.as_of {
            period += lang.pick("（期满）", " (ended)");
        }
        if let Some(down) = publicity.until.filter(|_| self.standing(publicity, last) == Standing::TakenDown) {
            let down = self.day(down);
            period += &lang.pick(format!("，{down}提前撤下"), format!("; taken down early on {down}"));
        }
        let none = || lang.pick("没有写明", "not given").to_owned();
        let given = |text: &str| if text.is_empty() { none() } else { text.to_owned() };
        let facts = [
            (lang.pick("公示之日", "Put up on"), self.day(publicity.from)),
            (lang.pick("公示期", "Open"), period),
            (lang.pick("依据", "Basis"), given(&publicity.basis)),
            (lang.pick("意见反馈", "Objections"), given(&publicity.contact)),
        ];
        facts.into_iter().map(|(name, value)| Fact { name: name.to_owned(), value, on: String::new() }).collect()
    }

    /// Links to the notices about a project, the latest first.
    pub(super) fn notices_of_project(&self, at: ProjectIx) -> Vec<Link> {
        let notices = self.cleared.ledger().library.notices.iter().filter(|notice| notice.projects.contains(&at));
        notices.map(|notice| Link::new(notice.title.clone(), routes::notice(notice))).collect()
    }

    /// Links to the projects that a notice is about.
    pub(super) fn projects_of_notice(&self, notice: &Prose) -> Vec<Link> {
        let project = |&at: &ProjectIx| self.cleared.ledger().project(at);
        let link = |project: &Project| Link::new(project.name.clone(), routes::project(project));
        notice.projects.iter().filter_map(project).map(link).collect()
    }

    /// The public notice that a poster of a project prints: an open one first, then the one put up last.
    pub(super) fn public_notice(&self, at: ProjectIx) -> Option<&Prose> {
        let notices = self.cleared.ledger().library.notices.iter().enumerate();
        let public = notices.filter(|(_, notice)| notice.publicity.is_some() && notice.projects.contains(&at));
        let best = public.max_by_key(|&(number, notice)| {
            let publicity = notice.publicity.as_ref();
            let standing = publicity
                .zip(self.cleared.measures().last_day(number))
                .map(|(publicity, last)| self.standing(publicity, last));
            let weight = match standing {
                Some(Standing::Open) => 2,
                Some(Standing::Ended | Standing::TakenDown) => 1,
                Some(Standing::Coming) | None => 0,
            };
            (weight, publicity.map(|publicity| publicity.from), std::cmp::Reverse(number))
        });
        best.map(|(_, notice)| notice)
    }
}
