//! The build on one page. `build`, `check`, `pdf` and `explain` walk the same path; only the last step differs.
//!
//! Takes: the site folder and an [`Order`].
//! Gives: a [`Report`], for [`build`] the published folder, for [`pdf`] files of sheets, for [`explain`] an [`Explanation`].
//! Promises: three gates: nothing is computed from broken data, nothing is shown that was not cleared, nothing is written
//! that is not whole.
//! Never: prints, reads a clock of its own, or knows a step's insides.
//! Start reading at: `Walk::walk`.

mod print;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use rayon::prelude::*;

use crate::config::{self, Config};
use crate::diag::{Problem, Problems, rules};
use crate::guard::{self, Cleared};
use crate::load;
use crate::measure;
use crate::model::{Ledger, Name};
use crate::press;
use crate::publish::{self, Checker, LastLook, Published, Release, ReleaseInput, Staging};
use crate::render::{File, Renderer};
use crate::source::Sources;
use crate::text::Lang;
use crate::text::date::Day;
use crate::text::personal::Found;
use crate::view::View;

pub use crate::view::sheets::{Kind as SheetKind, SheetFile};
use print::Paper;
pub use print::{Printed, Printer, Refused, pdf, sheets};

pub use crate::view::explanation::{Explanation, Question, RecordList, Role, Unknown};

/// What to build.
#[derive(Clone)]
pub struct Order<'a> {
    /// The site folder.
    pub site: PathBuf,
    /// The as-of date; without it the site's own, else the latest date in the data.
    pub as_of: Option<Day>,
    /// Where the site will stand; without it the site's own.
    pub base_url: Option<String>,
    /// Whether warnings stop the build.
    pub strict: bool,
    /// The language of messages; without it that of the site.
    pub lang: Option<Lang>,
    /// Time since the program started, for the report.
    pub clock: &'a (dyn Fn() -> Duration + Sync),
}

/// How much a site holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Issues.
    pub issues: usize,
    /// Activities.
    pub activities: usize,
    /// Projects.
    pub projects: usize,
    /// Communities.
    pub communities: usize,
    /// Teams.
    pub teams: usize,
    /// Pages.
    pub pages: usize,
    /// Sheets to print.
    pub sheets: usize,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The language of the site.
    pub lang: Lang,
    /// All faults.
    pub problems: Problems,
    /// Whether faults stopped the build; then nothing was written.
    pub stopped: bool,
    /// How much the site holds.
    pub counts: Counts,
    /// The as-of date.
    pub as_of: Option<Day>,
    /// Steps and the time they took.
    pub timings: Vec<(&'static str, Duration)>,
    /// What publishing did.
    pub published: Option<Published>,
    /// What was printed.
    pub printed: Option<Printed>,
    /// Whether the machine failed: disk, permissions, the browser.
    pub machine_failed: bool,
}

/// The build was stopped; the report says why.
struct Stopped;

/// Runs all steps and drops the result.
#[must_use]
pub fn check(order: &Order) -> Report {
    run(order, Goal::Check)
}

/// Runs all steps and publishes into `out`, with PDFs of the sheets where there is a printer.
#[must_use]
pub fn build(order: &Order, out: &Path, printer: Option<&Printer>) -> Report {
    run(order, Goal::Publish { out, printer })
}

/// Runs the steps up to the guard and explains a figure; nothing is explained when the data stops the build.
#[must_use]
pub fn explain(order: &Order, question: &Question) -> (Report, Option<Result<Explanation, Unknown>>) {
    let mut walk = Walk::new(order, Goal::Check);
    let explained = walk.records().map(|(_, config, cleared)| {
        let mut view = View::new(&cleared, &config);
        view.lang = question.lang.unwrap_or(view.lang);
        view.explain(question)
    });
    walk.report.stopped = explained.is_err();
    (walk.report, explained.ok())
}

fn run(order: &Order, goal: Goal) -> Report {
    let mut walk = Walk::new(order, goal);
    let walked = walk.walk();
    walk.end(&walked)
}

/// Where a walk leads.
#[derive(Clone, Copy)]
enum Goal<'a> {
    /// To know what is wrong.
    Check,
    /// To a published site.
    Publish { out: &'a Path, printer: Option<&'a Printer<'a>> },
    /// To PDFs of sheets, for which the site is built where nobody sees it.
    Print(&'a print::Task<'a>),
}

/// The site in one language, ready to render.
struct Rendering<'a> {
    view: View<'a>,
    renderer: Renderer,
}

/// A build under way.
struct Walk<'a> {
    order: &'a Order<'a>,
    goal: Goal<'a>,
    report: Report,
    /// Levels that the site gives to rules.
    levels: Vec<(String, crate::diag::Level)>,
    since: Duration,
}

impl<'a> Walk<'a> {
    fn new(order: &'a Order<'a>, goal: Goal<'a>) -> Self {
        Self { order, goal, report: Report::default(), levels: Vec::new(), since: (order.clock)() }
    }

    /// The report of a walk that has ended.
    fn end(mut self, walked: &Result<(), Stopped>) -> Report {
        if walked.is_err() {
            self.report.stopped = true;
            (self.report.published, self.report.printed) = (None, None);
        }
        self.report
    }

    /// The build, step by step.
    fn walk(&mut self) -> Result<(), Stopped> {
        let (sources, config, cleared) = self.records()?;
        let view = View::new(&cleared, &config);
        self.count(&view);
        self.report.problems.extend(view.formula_faults());
        self.report.problems.extend(view.ranking_faults());
        self.report.problems.extend(view.break_faults());
        self.gate()?;
        let others = self.other_languages(&config, &cleared);
        let views = std::iter::once(view).chain(others.iter().map(|(config, cleared)| View::new(cleared, config)));
        let mut renderings = views.map(|view| self.rendering(&sources, view)).collect::<Result<Vec<_>, Stopped>>()?;
        self.gate()?;
        // All that a release is made from has been read by now.
        let release = self.release(&config, &sources);
        for rendering in &mut renderings {
            rendering.view.release = release.code();
        }
        let allows = |found: &Found| cleared.allows(found);
        let look = LastLook::new(&config.site.theme, &allows);
        look.names(release.inputs.iter().map(|input| input.path.as_str()));
        match self.goal {
            Goal::Check => self.verify(&renderings, &look),
            Goal::Publish { out, printer } => {
                let paper = printer.map(|printer| self.paper(printer, &renderings)).transpose()?;
                self.publish(out, &release, &renderings, &look, paper.as_ref())
            }
            Goal::Print(task) => self.hand_over(task, &release, &renderings, &look),
        }
    }

    /// The site in the languages besides its main one: other words, the same figures. A name that nothing bears is noted.
    fn other_languages(&mut self, config: &Config, cleared: &Cleared) -> Vec<(Config, Cleared)> {
        let ledger = cleared.ledger();
        let used = RefCell::new(BTreeSet::new());
        let say = |text: &mut String| {
            if let Some((word, name)) = ledger.names.get_key_value(text.as_str()) {
                used.borrow_mut().insert(word);
                name.name.clone_into(text);
            }
        };
        let others = config.tongues.keys();
        let sites: Vec<_> =
            others.map(|&lang| (config.in_language(lang, &say), cleared.in_language(lang, &say))).collect();
        let used = used.into_inner();
        let idle = ledger.names.iter().filter(|(word, _)| !sites.is_empty() && !used.contains(word));
        let note = |(word, name): (&String, &Name)| {
            Problem::new(&rules::load::NAME_UNUSED).at(ledger.position(name.trace)).with("value", word)
        };
        self.report.problems.extend(idle.map(note));
        sites
    }

    fn rendering<'v>(&mut self, sources: &Sources, view: View<'v>) -> Result<Rendering<'v>, Stopped> {
        let renderer = Renderer::new(sources, &view.config.site.theme, &view.site(), view.lang);
        let renderer = renderer.map_err(|problems| self.stop_each(problems))?;
        let mut renderer = renderer.with_html(view.config.content.html);
        if view.is_main() {
            renderer = renderer.with_cards(sources, &view).map_err(|problem| self.stop(problem))?;
        }
        self.report.problems.extend(renderer.idle(view.is_main()).cloned());
        Ok(Rendering { view, renderer })
    }

    /// From the files to what may be shown: the first half of every walk.
    fn records(&mut self) -> Result<(Sources, Config, Cleared), Stopped> {
        let sources = Sources::open(&self.order.site).map_err(|problem| self.stop(problem))?;
        let mut config = self.config(&sources)?;
        self.step("config");

        let ledger = load::load(&sources, &config, &mut self.report.problems);
        self.step("load");
        self.gate()?;

        // Sensitive categories are folded before anything is counted: no figure says more than the published records.
        let as_of = self.as_of(&config, &ledger);
        let (ledger, folded) = guard::fold(ledger, &config);
        let measures = measure::measure(&ledger, &config, as_of).map_err(|problems| self.stop_all(problems))?;
        self.step("measure");
        self.report.problems.extend(folded.note(&config));
        let cleared =
            guard::clear((ledger, folded), measures, &mut config).map_err(|problems| self.stop_all(problems))?;
        self.report.problems.merge(cleared.notes().clone());
        self.step("guard");
        self.gate()?;
        Ok((sources, config, cleared))
    }

    fn config(&mut self, sources: &Sources) -> Result<Config, Stopped> {
        let mut config = config::read(sources).map_err(|problems| {
            self.report.lang = config::language(sources);
            self.stop_all(problems)
        })?;
        config.pdf = matches!(self.goal, Goal::Publish { printer: Some(_), .. });
        config.site.as_of = self.order.as_of.or(config.site.as_of);
        if let Some(base) = &self.order.base_url {
            config.site.base_url = Some(format!("{}/", base.trim_end_matches('/')));
        }
        self.report.lang = config.site.lang;
        self.levels = config.rules.iter().map(|(code, level)| (code.clone(), *level)).collect();
        Ok(config)
    }

    /// The as-of date: as ordered, else as the site says, else the latest date in the data. The loader has stopped a site
    /// that has neither, so the last fall-back is never printed.
    fn as_of(&mut self, config: &Config, ledger: &Ledger) -> Day {
        let day = config.site.as_of.or_else(|| measure::latest_day(ledger));
        let day = day.unwrap_or_else(Day::first);
        self.report.as_of = Some(day);
        day
    }

    /// What is published, told before the first page is made.
    fn release(&self, config: &Config, sources: &Sources) -> Release {
        let inputs = sources.inputs().into_iter();
        Release {
            as_of: self.report.as_of.map(|day| day.to_string()).unwrap_or_default(),
            program: crate::PROGRAM,
            address: config.site.base_url.clone().unwrap_or_default(),
            inputs: inputs
                .map(|input| ReleaseInput { bytes: input.bytes, path: input.path, sha256: input.sha256 })
                .collect(),
        }
    }

    /// Renders everything, checks the bytes, stages them and puts the new site in the place of the old one.
    fn publish(
        &mut self,
        out: &Path,
        release: &Release,
        renderings: &[Rendering<'_>],
        look: &LastLook,
        paper: Option<&Paper>,
    ) -> Result<(), Stopped> {
        let staging = Staging::open(out, &self.order.site).map_err(|problem| self.stop(problem))?;
        self.render(renderings, look, &|file| staging.put(&file.address, &file.bytes))?;
        self.step("render");
        self.gate()?;
        if let Some(paper) = paper {
            self.print(paper, &staging, release, look)?;
            self.step("print");
            self.gate()?;
        }
        let published = staging.finish(release).map_err(|problems| self.stop_all(problems))?;
        self.step("publish");
        self.report.problems.merge(published.notes.clone());
        self.report.published = Some(published);
        Ok(())
    }

    /// Renders everything and checks the bytes, without a disk.
    fn verify(&mut self, renderings: &[Rendering<'_>], look: &LastLook) -> Result<(), Stopped> {
        let checker = Checker::new();
        let found = Mutex::new(Problems::new());
        self.render(renderings, look, &|file| {
            lock(&found).extend(checker.put(&file.address, &file.bytes));
            Ok(())
        })?;
        self.step("render");
        self.report.problems.merge(std::mem::take(&mut *lock(&found)));
        self.report.problems.merge(checker.finish());
        self.step("verify");
        self.gate()
    }

    /// Makes every file of the site, in parallel, and gives each to `take` as soon as it is finished and was looked at.
    fn render(
        &mut self,
        renderings: &[Rendering<'_>],
        look: &LastLook,
        take: &(dyn Fn(&File) -> Result<(), Problem> + Sync),
    ) -> Result<(), Stopped> {
        let found = Mutex::new(Problems::new());
        let all = renderings.iter().flat_map(|rendering| {
            let work = rendering.renderer.work(&rendering.view);
            work.into_iter().map(move |work| (rendering, work))
        });
        let made = all.collect::<Vec<_>>().par_iter().try_for_each(|(rendering, work)| {
            let (files, problems) = rendering.renderer.make(&rendering.view, work);
            let open = files.iter().filter_map(|file| publish::without_policy(&file.address, &file.bytes));
            lock(&found).extend(problems.into_iter().chain(open));
            files.iter().try_for_each(|file| {
                look.at(&file.address, &file.bytes);
                take(file)
            })
        });
        self.report.problems.merge(std::mem::take(&mut *lock(&found)));
        self.report.problems.extend(renderings.iter().filter_map(|rendering| rendering.renderer.missing_letters()));
        self.report.problems.extend(look.faults());
        made.map_err(|problem| self.stop(problem))
    }

    fn count(&mut self, view: &View) {
        let ledger = view.cleared.ledger();
        let (pages, sheets) = view.pages_and_sheets();
        self.report.counts = Counts {
            issues: ledger.issues.len(),
            activities: ledger.activities.len(),
            projects: ledger.projects.len(),
            communities: view.communities.len(),
            teams: ledger.teams.len(),
            pages,
            sheets,
        };
    }

    /// A gate: what was found so far stops the build or lets it pass.
    fn gate(&mut self) -> Result<(), Stopped> {
        for (code, level) in &self.levels {
            self.report.problems.set_level(code, *level);
        }
        if self.report.problems.stop(self.order.strict) { Err(Stopped) } else { Ok(()) }
    }

    fn stop(&mut self, problem: Problem) -> Stopped {
        self.report.machine_failed |= is_machine_fault(&problem);
        self.report.problems.add(problem);
        Stopped
    }

    fn stop_each(&mut self, problems: Vec<Problem>) -> Stopped {
        problems.into_iter().fold(Stopped, |_, problem| self.stop(problem))
    }

    fn stop_all(&mut self, problems: Problems) -> Stopped {
        let failed = problems.groups().flat_map(|group| &group.examples).any(is_machine_fault);
        self.report.machine_failed |= failed;
        self.report.problems.merge(problems);
        Stopped
    }

    fn step(&mut self, name: &'static str) {
        let now = (self.order.clock)();
        self.report.timings.push((name, now.saturating_sub(self.since)));
        self.since = now;
    }
}

fn is_machine_fault(problem: &Problem) -> bool {
    publish::is_machine_fault(problem) || press::is_machine_fault(problem)
}

/// Another thread's panic does not make the problems it noted wrong.
fn lock(problems: &Mutex<Problems>) -> std::sync::MutexGuard<'_, Problems> {
    problems.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
