//! The ledger in other words: what the site calls things is swapped, and what counts stays as it is.

use super::Contact;
use super::ledger::Ledger;
use crate::text::Lang;

impl Ledger {
    /// The same records in another language. `say` puts a name in the place of a word that has one. Records keep their order
    /// and their numbers, so that figures belong to both; the columns of issues are shared, not copied.
    #[must_use]
    pub fn in_language(&self, lang: Lang, say: &dyn Fn(&mut String)) -> Self {
        let mut ledger = self.clone();
        ledger.library = self.library.in_language(lang);
        let prose = &mut ledger.library;
        let notices = prose.notices.iter_mut().filter_map(|notice| notice.publicity.as_mut());
        notices.for_each(|publicity| [&mut publicity.basis, &mut publicity.contact].into_iter().for_each(say));
        for place in &mut ledger.places {
            say(&mut place.name);
            place.aliases.iter_mut().for_each(say);
            contacts(&mut place.contacts, say);
        }
        for team in &mut ledger.teams {
            [&mut team.name, &mut team.kind, &mut team.schedule].into_iter().for_each(say);
            team.members.iter_mut().for_each(|(role, _)| say(role));
            team.duties.iter_mut().for_each(say);
            contacts(&mut team.contacts, say);
        }
        for words in ledger.issues.words_mut() {
            words.words_mut().iter_mut().for_each(say);
        }
        for activity in &mut ledger.activities {
            [&mut activity.kind, &mut activity.theme, &mut activity.partners].into_iter().for_each(say);
        }
        for project in &mut ledger.projects {
            [&mut project.name, &mut project.kind, &mut project.owner].into_iter().for_each(say);
            [&mut project.stage, &mut project.origin, &mut project.result].into_iter().for_each(say);
            for step in &mut project.milestones {
                [&mut step.name, &mut step.note].into_iter().for_each(say);
            }
        }
        for day in &mut ledger.fixed_days {
            [&mut day.name, &mut day.venue, &mut day.note].into_iter().for_each(say);
        }
        for point in &mut ledger.service_points {
            [&mut point.name, &mut point.kind, &mut point.address, &mut point.hours].into_iter().for_each(say);
            [&mut point.contact, &mut point.note, &mut point.reach].into_iter().for_each(say);
            point.services.iter_mut().for_each(say);
        }
        for duty in &mut ledger.duty {
            [&mut duty.role, &mut duty.note].into_iter().for_each(say);
        }
        ledger.departments.iter_mut().for_each(say);
        for item in &mut ledger.items {
            [&mut item.title, &mut item.claimed_by, &mut item.evidence, &mut item.withdrawn].into_iter().for_each(say);
        }
        for reported in &mut ledger.reported {
            [&mut reported.name, &mut reported.unit, &mut reported.period].into_iter().for_each(say);
            [&mut reported.source, &mut reported.category, &mut reported.note].into_iter().for_each(say);
        }
        for place in &mut ledger.reported_places {
            [&mut place.name, &mut place.level, &mut place.within].into_iter().for_each(say);
        }
        ledger.withheld.iter_mut().for_each(|withheld| say(&mut withheld.reason));
        ledger
    }
}

fn contacts(contacts: &mut [Contact], say: &dyn Fn(&mut String)) {
    for contact in contacts {
        [&mut contact.role, &mut contact.name, &mut contact.hours].into_iter().for_each(say);
    }
}
