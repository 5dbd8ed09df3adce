//! Writes the invented data of the sample site: the same bytes every time.
//!
//! `cargo run --example sample` writes below the repository; a folder as argument writes there. Places, people, numbers
//! and events are made up. What is written by hand (`site.toml`, `teams.toml`, `reported.toml`, `reported/`, `content/`) is left alone.

mod calendar;
mod changes;
mod course;
mod export;
mod fixed_days;
mod issues;
mod items;
mod projects;
mod random;
mod roster;
mod services;
mod stories;
mod table;
mod teams;
mod tier;
mod told;
mod town;
mod verdict;

use std::env;
use std::io;
use std::path::PathBuf;

use table::save;

fn main() -> io::Result<()> {
    let site = env::args_os().nth(1).map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let issues = issues::all();
    let projects = projects::all();
    save(&site, "data/places.toml", town::places_toml().as_bytes())?;
    save(&site, "data/issues/2025-export.csv", &export::first_year(&issues))?;
    save(&site, "data/issues/2026-export.csv", &export::second_year(&issues))?;
    save(&site, "data/activities/志愿活动登记.csv", &teams::activities())?;
    save(&site, "data/projects.csv", &projects::projects_csv(&projects))?;
    save(&site, "data/milestones.csv", &projects::milestones_csv(&projects))?;
    save(&site, "data/items.tsv", &items::items_tsv())?;
    save(&site, "data/fixed_days.csv", &fixed_days::fixed_days_csv())?;
    save(&site, "data/service_points.csv", &services::service_points_csv())?;
    save(&site, "data/duty.csv", &services::duty_csv())
}
