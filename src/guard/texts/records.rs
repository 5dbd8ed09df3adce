//! The texts of records, taken apart whole.

use super::{Content, Persons, Row, Text, Trust};
use crate::config::Table;
use crate::model::{
    Activity, Duty, FixedDay, Item, Milestone, Place, Project, Reported, ReportedPlace, ServicePoint, Team,
};

pub(super) fn subjects<'a>(places: &'a mut [Place], teams: &'a mut [Team], texts: &mut Vec<Text<'a>>) {
    for place in places {
        let Place {
            trace,
            id,
            name,
            level: _,
            parent: _,
            last: _,
            households: _,
            residents: _,
            counted_on: _,
            aliases,
            contacts,
            since: _,
        } = place;
        let mut row = Row { texts, table: Table::Places, trace: *trace };
        row.id(id);
        row.free("name", name);
        for alias in aliases {
            row.free("aliases", alias);
        }
        row.contacts(contacts);
    }
    for team in teams {
        let Team { trace, id, name, home: _, kind, members, duties, schedule, contacts, founded: _ } = team;
        let mut row = Row { texts, table: Table::Teams, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.free("kind", kind);
        row.free("schedule", schedule);
        for duty in duties {
            row.free("duties", duty);
        }
        for (role, _) in members {
            row.post("members", role);
        }
        row.contacts(contacts);
    }
}

pub(super) fn works<'a>(activities: &'a mut [Activity], projects: &'a mut [Project], texts: &mut Vec<Text<'a>>) {
    for activity in activities {
        let Activity {
            trace,
            id,
            date: _,
            team: _,
            place: _,
            kind,
            theme,
            volunteers: _,
            people: _,
            lacks_people: _,
            seconds: _,
            served: _,
            served_unit: _,
            opinions: _,
            disputes: _,
            partners,
            verified: _,
        } = activity;
        let mut row = Row { texts, table: Table::Activities, trace: *trace };
        row.id(id);
        row.fixed("kind", kind);
        row.free("theme", theme);
        row.post("partners", partners);
    }
    for project in projects {
        let Project {
            trace,
            id,
            slug: _, // It is made from the id.
            place: _,
            name,
            kind,
            owner,
            team: _,
            state: _,
            stage,
            start: _,
            due: _,
            done: _,
            budget: _,
            paid: _,
            progress: _,
            origin,
            result,
            milestones,
        } = project;
        let mut row = Row { texts, table: Table::Projects, trace: *trace };
        row.fixed("id", id);
        row.free("name", name);
        row.free("kind", kind);
        row.add("owner", Content::Fixed(owner.as_str().into()), Trust::None, Persons::Likely { consent: false });
        row.free("stage", stage);
        row.free("origin", origin);
        row.free("result", result);
        row.table = Table::Milestones;
        for step in milestones {
            let Milestone { name, weight: _, baseline: _, forecast: _, actual: _, note } = step;
            row.free("name", name);
            row.free("note", note);
        }
    }
}

pub(super) fn lists<'a>(items: &'a mut [Item], fixed_days: &'a mut [FixedDay], texts: &mut Vec<Text<'a>>) {
    for item in items {
        let Item {
            trace,
            id,
            list: _,
            place: _,
            title,
            published_on: _,
            claimed_on: _,
            claimed_by,
            consent,
            done_on: _,
            cleared_on: _,
            evidence,
            withdrawn,
            carried_from,
        } = item;
        let mut row = Row { texts, table: Table::Items, trace: *trace };
        row.fixed("id", id);
        row.free("title", title);
        row.named("claimed_by", claimed_by, Persons::Likely { consent: *consent });
        row.free("evidence", evidence);
        row.free("withdrawn", withdrawn);
        row.free("carried_from", carried_from);
    }
    for fixed in fixed_days {
        let FixedDay { trace, id, place: _, name, rule: _, start: _, end: _, venue, note, moved: _, first: _, last: _ } =
            fixed;
        let mut row = Row { texts, table: Table::FixedDays, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.address("venue", venue);
        row.free("note", note);
    }
}

pub(super) fn services<'a>(points: &'a mut [ServicePoint], duty: &'a mut [Duty], texts: &mut Vec<Text<'a>>) {
    for point in points {
        let ServicePoint {
            trace,
            id,
            place: _,
            name,
            kind,
            address,
            hours,
            services,
            phone,
            contact,
            since: _,
            note,
            reach,
        } = point;
        let mut row = Row { texts, table: Table::ServicePoints, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.free("kind", kind);
        row.address("address", address);
        row.free("hours", hours);
        for service in services {
            row.free("services", service);
        }
        row.free("phone", phone);
        row.post("contact", contact);
        row.free("note", note);
        row.free("reach", reach);
    }
    for duty in duty {
        let Duty { trace, place: _, days: _, hours: _, role, phone, point: _, note } = duty;
        let mut row = Row { texts, table: Table::Duty, trace: *trace };
        row.post("role", role);
        row.free("phone", phone);
        row.free("note", note);
    }
}

pub(super) fn figures<'a>(reported: &'a mut [Reported], places: &'a mut [ReportedPlace], texts: &mut Vec<Text<'a>>) {
    for place in places {
        let ReportedPlace { trace, id, name, level, within } = place;
        let mut row = Row { texts, table: Table::ReportedPlaces, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.free("level", level);
        row.free("within", within);
    }
    for reported in reported {
        let Reported { trace, subject: _, name, value, qualifier: _, hedge, unit, period, source, category, note } =
            reported;
        let mut row = Row { texts, table: Table::Reported, trace: *trace };
        row.free("name", name);
        row.free("value", value);
        row.free("qualifier", hedge);
        row.free("unit", unit);
        row.free("period", period);
        row.free("category", category);
        row.free("source", source);
        row.free("note", note);
    }
}
