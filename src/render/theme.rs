//! The theme: templates, words and assets; the only file that names Tera.

mod excerpt;
mod files;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use tera::{Context, ErrorKind, Tera, Value};

use self::files::Files;
use super::{File, contract};
use crate::diag::rules::theme::{TEMPLATE_BROKEN, TEMPLATE_UNUSED, WORD_UNUSED};
use crate::diag::{Position, Problem};
use crate::source::Sources;
use crate::text::{Lang, near};
use crate::view::chart::{self, Chart, ChartInProse};
use crate::view::{Page, SiteModel};

/// A theme, checked and ready to render.
pub struct Theme {
    tera: Tera,
    /// Where its files are, for messages: `themes/<name>`.
    folder: String,
    /// Templates by name, for excerpts.
    sources: BTreeMap<String, String>,
    /// Files that are published as they are, by address.
    assets: BTreeMap<String, Vec<u8>>,
    /// Templates of the site that do nothing.
    idle_templates: Vec<Problem>,
    /// Words of the site, in this language, that do nothing.
    idle_words: Vec<Problem>,
}

impl Theme {
    /// Loads a theme: every file that the site has under `themes/<name>/` stands in for the built-in one of that name.
    pub fn load(sources: &Sources, name: &str, site: &SiteModel, lang: Lang) -> Result<Self, Vec<Problem>> {
        let files = Files::find(sources, name).map_err(|problem| vec![problem])?;
        let mut templates = BTreeMap::new();
        let mut assets = BTreeMap::new();
        for (path, bytes) in files.all() {
            // A style sheet is a template too, so that it can carry the site's colour.
            let is_style = Path::new(path).extension().is_some_and(|ending| ending == "css");
            if let Some(template) = path.strip_prefix("templates/") {
                templates.insert(template.to_owned(), text(&files.folder, path, bytes)?);
            } else if path.starts_with("assets/") && is_style {
                templates.insert(path.to_owned(), text(&files.folder, path, bytes)?);
            } else if path.starts_with("assets/") {
                assets.insert(path.to_owned(), bytes.to_vec());
            }
        }
        let words = words::read(&files, lang).map_err(|problem| vec![problem])?;
        let mut theme = Self {
            tera: Tera::new(),
            folder: files.folder.clone(),
            sources: templates,
            assets,
            idle_templates: Vec::new(),
            idle_words: Vec::new(),
        };
        theme.tera.autoescape_on(vec![".html", ".xml"]);
        let loaded =
            theme.tera.add_raw_templates(theme.sources.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        loaded.map_err(|error| vec![theme.fault(&error)])?;
        // The built-in themes as they are have been followed by the tests.
        if !files.own.is_empty() {
            theme.check(&files, &words, lang)?;
        }
        theme.tera.global_context().insert("site", site);
        theme.tera.global_context().insert("words", &words);
        Ok(theme)
    }

    /// Follows the names in the templates; what the site's own files have in vain is only noted.
    fn check(&mut self, files: &Files, words: &words::Words, lang: Lang) -> Result<(), Vec<Problem>> {
        let checked = contract::check(&self.sources, words);
        let file_of_words = format!("{}/{}", self.folder, words::path(lang));
        if !checked.faults.is_empty() {
            let marked = |(template, span, problem): (String, _, _)| {
                let text = self.sources.get(&template).map_or("", String::as_str);
                excerpt::mark(problem, &self.path(&template), text, span).with("words", &file_of_words)
            };
            return Err(checked.faults.into_iter().map(marked).collect());
        }
        let is_page = |path: &&String| Path::new(path.as_str()).extension().is_some_and(|ending| ending == "html");
        let used = |name: &&str| !checked.unreached.contains(*name);
        for path in files.own.keys().filter(is_page) {
            let name = path.strip_prefix("templates/");
            if name.is_none_or(|name| !used(&name)) {
                let known = self.sources.keys().map(String::as_str).filter(used);
                let near = near::nearest(name.unwrap_or(path), known).map(|near| format!("templates/{near}"));
                let at = Position::file(format!("{}/{path}", self.folder));
                self.idle_templates.push(proposing(Problem::new(&TEMPLATE_UNUSED).at(at), near));
            }
        }
        let own = words::own(files, lang).map_err(|problem| vec![problem])?;
        let builtin = words::builtin(files, lang).map_err(|problem| vec![problem])?;
        for word in own.keys().filter(|word| checked.unspoken.contains(*word) && !builtin.contains_key(*word)) {
            let near = near::nearest(word, builtin.keys().map(String::as_str));
            let problem = Problem::new(&WORD_UNUSED).at(Position::file(file_of_words.as_str())).with("name", word);
            self.idle_words.push(proposing(problem, near.map(str::to_owned)));
        }
        Ok(())
    }

    /// Templates of the site that do nothing: the same in every language.
    #[must_use]
    pub fn idle_templates(&self) -> &[Problem] {
        &self.idle_templates
    }

    /// Words of the site that do nothing: those of the language of this theme.
    #[must_use]
    pub fn idle_words(&self) -> &[Problem] {
        &self.idle_words
    }

    /// A page in HTML, with those of its charts that do not stand in its prose.
    pub fn render(
        &self,
        page: &Page,
        charts: &[&Chart],
        drawings: &BTreeMap<&str, String>,
        prose: &str,
    ) -> Result<Vec<u8>, Problem> {
        let mut context = Context::from_serialize(&page.model).map_err(|error| self.fault(&error))?;
        if !page.charts().is_empty() {
            context.insert_value("charts", Value::from_serializable(charts));
        }
        context.insert_value("svg", Value::from_serializable(drawings));
        context.insert_value("prose_html", Value::from(prose));
        let mut bytes = Vec::with_capacity(64 * 1024);
        self.tera.render_to(page.template, &context, &mut bytes).map_err(|error| self.fault(&error))?;
        Ok(bytes)
    }

    /// A chart for the prose of a page.
    pub fn chart(&self, chart: &ChartInProse, drawing: &str) -> Result<String, Problem> {
        let mut context = Context::from_serialize(chart).map_err(|error| self.fault(&error))?;
        context.insert("svg", &BTreeMap::from([(&chart.chart.id, drawing)]));
        self.tera.render(chart::IN_PROSE, &context).map_err(|error| self.fault(&error))
    }

    /// The files that pages load.
    pub fn assets(&self) -> Result<Vec<File>, Problem> {
        let mut files: Vec<File> = self
            .assets
            .iter()
            .map(|(address, bytes)| File { address: address.clone(), bytes: bytes.clone() })
            .collect();
        for address in self.sources.keys().filter(|name| name.starts_with("assets/")) {
            let text = self.tera.render(address, &Context::new()).map_err(|error| self.fault(&error))?;
            files.push(File { address: address.clone(), bytes: text.into_bytes() });
        }
        Ok(files)
    }

    /// A fault of a template, with its file, line and excerpt where Tera knows them.
    fn fault(&self, error: &tera::Error) -> Problem {
        let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
            return Problem::new(&TEMPLATE_BROKEN).at(Position::file(self.folder.as_str())).with("message", error);
        };
        let problem = Problem::new(&TEMPLATE_BROKEN).with("message", report.message());
        let source = self.sources.get(report.filename()).map_or("", String::as_str);
        excerpt::mark(problem, &self.path(report.filename()), source, report.span().range.clone())
    }

    /// Where a template stands in the site folder.
    fn path(&self, template: &str) -> String {
        let inside = if template.starts_with("assets/") { "" } else { "templates/" };
        format!("{}/{inside}{template}", self.folder)
    }
}

/// Says what may have been meant.
fn proposing(problem: Problem, near: Option<String>) -> Problem {
    let Some(near) = near else { return problem };
    problem.with("near_zh", format!("（最接近的是 {near}）")).with("near_en", format!(" (the nearest is {near})"))
}

fn text(folder: &str, path: &str, bytes: &[u8]) -> Result<String, Vec<Problem>> {
    String::from_utf8(bytes.to_vec()).map_err(|_| {
        let position = Position::file(format!("{folder}/{path}"));
        vec![Problem::new(&TEMPLATE_BROKEN).at(position).with("message", "UTF-8")]
    })
}
