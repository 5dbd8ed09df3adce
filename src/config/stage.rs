//! `[[stage]]`: what people here call the steps of the closed loop.

use std::collections::BTreeMap;

use toml::Spanned;

use super::page::Page;
use super::raw::RawStage;
use super::tier::event;
use crate::diag::rules::config as rules;
use crate::model::Event;

/// `[[stage]]`: a step under its local name.
#[derive(Debug, Clone)]
pub struct Stage {
    /// What people call it.
    pub name: String,
    /// The event that completes it.
    pub event: Event,
    /// Ids of the places where it is called so, with everything below them; none for the whole site.
    pub places: Vec<String>,
    /// The line of `site.toml` on which it stands.
    pub line: u32,
}

/// Checks the stages: their events are known, and those of one place stand in the order in which things happen.
pub(super) fn stages(page: &mut Page<'_>, raw: Vec<Spanned<RawStage>>) -> Vec<Stage> {
    let mut found = Vec::new();
    // The last stage of each place, and of the whole site under the empty name.
    let mut before = BTreeMap::<String, (Event, String)>::new();
    for stage in raw {
        let line = page.line(stage.span().start);
        let stage = stage.into_inner();
        if stage.name.get_ref().trim().is_empty() {
            page.bad("stage.name", "", stage.name.span(), ("这一步的名称", "what the step is called"));
        }
        let span = stage.event.span();
        let Some(event) = event(page, "stage.event", Some(stage.event)) else { continue };
        let name = stage.name.into_inner();
        let places = if stage.places.is_empty() { vec![String::new()] } else { stage.places.clone() };
        let mut told = false;
        for place in places {
            let last = before.insert(place, (event, name.clone()));
            if let Some((earlier, other)) = last.filter(|&(earlier, _)| earlier >= event && !told) {
                told = true;
                let problem = page.fault(&rules::STAGE_ORDER, span.clone()).with("value", &name);
                let problem =
                    problem.with("event", event.field()).with("other", other).with("earlier", earlier.field());
                page.problems.add(problem);
            }
        }
        found.push(Stage { name, event, places: stage.places, line });
    }
    found
}
