//! The theme: templates, words and assets; the only file that names Tera.

use std::collections::BTreeMap;
use std::path::Path;

use tera::{Context, ErrorKind, Tera, Value};

use super::{File, builtin};
use crate::diag::rules::theme::{TEMPLATE_BROKEN, THEME_UNKNOWN, WORDS_BROKEN};
use crate::diag::{Position, Problem};
use crate::source::Sources;
use crate::text::Lang;
use crate::view::chart::Chart;
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
}

impl Theme {
    /// Loads a theme: every file that the site has under `themes/<name>/` stands in for the built-in one of that name.
    pub fn load(sources: &Sources, name: &str, site: &SiteModel, lang: Lang) -> Result<Self, Vec<Problem>> {
        let folder = format!("themes/{name}");
        let files = files(sources, name, &folder)?;
        let mut templates = BTreeMap::new();
        let mut assets = BTreeMap::new();
        let mut words = String::new();
        for (path, bytes) in files {
            if let Some(template) = path.strip_prefix("templates/") {
                templates.insert(template.to_owned(), text(&folder, &path, bytes)?);
            } else if path == format!("words/{}.toml", lang.name()) {
                words = text(&folder, &path, bytes)?;
            } else if path.starts_with("assets/") {
                // A style sheet is a template too, so that it can carry the site's colour.
                if Path::new(&path).extension().is_some_and(|ending| ending == "css") {
                    templates.insert(path.clone(), text(&folder, &path, bytes)?);
                } else {
                    assets.insert(path, bytes);
                }
            }
        }
        let words: BTreeMap<String, String> = toml::from_str(&words).map_err(|error| {
            let path = format!("{folder}/words/{}.toml", lang.name());
            vec![Problem::new(&WORDS_BROKEN).at(Position::file(path)).with("message", error.message())]
        })?;
        let mut theme = Self { tera: Tera::new(), folder, sources: templates, assets };
        theme.tera.autoescape_on(vec![".html", ".xml"]);
        let loaded =
            theme.tera.add_raw_templates(theme.sources.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        loaded.map_err(|error| vec![theme.fault(&error)])?;
        theme.tera.global_context().insert("site", site);
        theme.tera.global_context().insert("words", &words);
        Ok(theme)
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
        let span = report.span();
        let path = if report.filename().starts_with("assets/") {
            format!("{}/{}", self.folder, report.filename())
        } else {
            format!("{}/templates/{}", self.folder, report.filename())
        };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let position = Position { column: number(span.start_col) + 1, ..Position::row(path, number(span.start_line)) };
        let problem = Problem::new(&TEMPLATE_BROKEN).at(position).with("message", report.message());
        let source = self.sources.get(report.filename()).map_or("", String::as_str);
        let start = source.get(..span.range.start).map_or(0, |before| before.rfind('\n').map_or(0, |at| at + 1));
        let line = source.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let mark = span.range.start.saturating_sub(start)..span.range.end.saturating_sub(start).min(line.len());
        problem.excerpt(line, mark)
    }
}

/// The files of a theme by their path inside it.
fn files(sources: &Sources, name: &str, folder: &str) -> Result<BTreeMap<String, Vec<u8>>, Vec<Problem>> {
    let mut files: BTreeMap<String, Vec<u8>> =
        builtin::FILES.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    let own = sources.matching(&format!("{folder}/**/*"));
    if own.is_empty() && name != builtin::NAME {
        return Err(vec![Problem::new(&THEME_UNKNOWN).at(Position::file("site.toml")).with("theme", name)]);
    }
    for path in own {
        let bytes = sources.bytes(&path).map_err(|problem| vec![problem])?;
        if let Some(inside) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
            files.insert(inside.to_owned(), bytes.to_vec());
        }
    }
    Ok(files)
}

fn text(folder: &str, path: &str, bytes: Vec<u8>) -> Result<String, Vec<Problem>> {
    String::from_utf8(bytes).map_err(|_| {
        let position = Position::file(format!("{folder}/{path}"));
        vec![Problem::new(&TEMPLATE_BROKEN).at(position).with("message", "UTF-8")]
    })
}
