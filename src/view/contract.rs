//! What a theme can rely on: every page template, and the fields of the model it gets, read off the models themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use super::content::{NotFoundPage, NoticesPage, ProsePage};
use super::{
    SiteModel, chart, communities, community, data, figures, home, issues, methods, project, projects, reported,
    search, sheets, sorted, team, teams,
};

/// Describes a type.
type Describe = fn(&mut SchemaGenerator) -> Schema;

/// The templates that pages, and charts in prose, are rendered with, and the model of each.
const PAGES: [(&str, Describe); 25] = [
    ("home.html", of::<home::HomePage>),
    ("communities.html", of::<communities::CommunitiesPage>),
    ("community.html", of::<community::PlacePage>),
    ("place.html", of::<community::PlacePage>),
    ("teams.html", of::<teams::TeamsPage>),
    ("team.html", of::<team::TeamPage>),
    ("projects.html", of::<projects::ProjectsPage>),
    ("project.html", of::<project::ProjectPage>),
    ("issues.html", of::<issues::IssuesPage>),
    ("figures.html", of::<figures::FiguresPage>),
    ("notices.html", of::<NoticesPage>),
    ("notice.html", of::<ProsePage>),
    ("page.html", of::<ProsePage>),
    ("reported.html", of::<reported::ReportedPage>),
    ("reported_place.html", of::<reported::ReportedPlacePage>),
    ("methods.html", of::<methods::MethodsPage>),
    ("data.html", of::<data::DataPage>),
    ("search.html", of::<search::SearchPage>),
    ("sheets.html", of::<sheets::SheetsPage>),
    ("poster.html", of::<sheets::poster::Poster>),
    ("document.html", of::<sheets::document::Document>),
    ("slips.html", of::<sheets::slips::Slips>),
    ("sorted.html", of::<sorted::SortedPage>),
    ("404.html", of::<NotFoundPage>),
    (chart::IN_PROSE, of::<chart::ChartInProse<'static>>),
];

/// What a value is, as far as a template can tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Nothing is known about it.
    Any,
    /// A text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// Values of one kind.
    List(Box<Kind>),
    /// Values of one kind under keys that depend on the data.
    Map(Box<Kind>),
    /// Named fields: the name of a [`Record`].
    Record(Arc<str>),
}

/// A model or a part of one.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// What it is.
    pub about: String,
    /// Its fields, in the order in which they are declared.
    pub fields: Vec<Field>,
}

/// A field of a record.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in templates.
    pub name: String,
    /// What it says.
    pub about: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it can be absent: then it is `none`.
    pub optional: bool,
}

/// The fields of all models.
#[derive(Debug, Clone)]
pub struct Contract {
    /// The record that each page template gets as its context.
    pub pages: Vec<(&'static str, Arc<str>)>,
    /// The record that every template gets as `site`.
    pub site: Arc<str>,
    /// Records by name.
    pub records: BTreeMap<Arc<str>, Record>,
}

impl Contract {
    /// Reads the models.
    #[must_use]
    pub fn new() -> Self {
        let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let pages = PAGES.map(|(template, model)| (template, record_name(model(&mut generator).as_value())));
        let site = record_name(of::<SiteModel>(&mut generator).as_value());
        let definitions = generator.take_definitions(true);
        let records = definitions.iter().map(|(name, schema)| (Arc::from(name.as_str()), record(schema))).collect();
        Self { pages: pages.to_vec(), site, records }
    }
}

impl Default for Contract {
    fn default() -> Self {
        Self::new()
    }
}

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

fn record(schema: &Value) -> Record {
    let none = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
    // Properties come by name; what is required comes as declared, and nothing of a model is ever left out.
    let declared = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let fields = declared.filter_map(|name| Some((name, properties.get(name)?))).map(|(name, field)| {
        let (kind, optional) = kind(field);
        Field { name: name.to_owned(), about: about(field), kind, optional }
    });
    Record { about: about(schema), fields: fields.collect() }
}

/// What a schema describes, and whether it can be absent.
fn kind(schema: &Value) -> (Kind, bool) {
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let is_null = |choice: &&Value| choice.get("type").and_then(Value::as_str) == Some("null");
        let mut others = choices.iter().filter(|choice| !is_null(choice));
        return match (others.next(), others.next()) {
            (Some(only), None) => (kind(only).0, choices.iter().any(|choice| is_null(&choice))),
            _ => (Kind::Any, false),
        };
    }
    if schema.get("$ref").is_some() {
        return (Kind::Record(record_name(schema)), false);
    }
    let names: Vec<&str> = match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let kind = match names.iter().find(|name| **name != "null") {
        Some(&"string") => Kind::Text,
        Some(&("integer" | "number")) => Kind::Number,
        Some(&"boolean") => Kind::Flag,
        Some(&"array") => Kind::List(Box::new(schema.get("items").map_or(Kind::Any, |items| self::kind(items).0))),
        Some(&"object") => {
            let values = schema.get("additionalProperties").filter(|values| values.is_object());
            values.map_or(Kind::Any, |values| Kind::Map(Box::new(self::kind(values).0)))
        }
        _ => Kind::Any,
    };
    (kind, names.contains(&"null"))
}

/// The name behind `#/$defs/`.
fn record_name(schema: &Value) -> Arc<str> {
    let path = schema.get("$ref").and_then(Value::as_str).unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().into()
}

/// The doc comment, on one line.
fn about(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// What stands in `plan.rs` and in `sheets`, where pages meet their templates: `"home.html", Model::Home`; and the one that is no page's.
    fn planned() -> Vec<&'static str> {
        let plan = [include_str!("plan.rs"), include_str!("sheets/mod.rs")];
        let plan = plan.into_iter().flat_map(|file| file.split('"').skip(1).step_by(2));
        let pages = plan.filter(|text| Path::new(text).extension().is_some_and(|ending| ending == "html"));
        pages.chain([chart::IN_PROSE]).collect()
    }

    #[test]
    fn every_template_of_the_plan_has_its_model_here() {
        let pages: BTreeSet<&str> = Contract::new().pages.into_iter().map(|(template, _)| template).collect();
        assert_eq!(pages, planned().into_iter().collect());
        assert_eq!(pages.len(), PAGES.len());
    }

    #[test]
    fn a_model_says_what_its_fields_are() {
        let contract = Contract::new();
        for (name, record) in &contract.records {
            assert!(!record.about.is_empty(), "{name}");
            for Field { name: field, about, kind, .. } in &record.fields {
                // The fields of `Addresses` are named after files.
                assert!(!about.is_empty() || &**name == "Addresses", "{name}.{field} has no comment");
                let mut kind = kind;
                while let Kind::List(inner) | Kind::Map(inner) = kind {
                    kind = inner;
                }
                assert_ne!(kind, &Kind::Any, "{name}.{field}");
                assert!(!matches!(kind, Kind::Record(of) if !contract.records.contains_key(of)), "{name}.{field}");
            }
        }
        let shell = &contract.records["Shell"];
        let field = |name: &str| shell.fields.iter().find(|field| field.name == name).unwrap();
        assert_eq!((&field("canonical").kind, field("canonical").optional), (&Kind::Text, true));
        assert_eq!((&field("title").kind, field("title").optional), (&Kind::Text, false));
        assert_eq!(field("crumbs").kind, Kind::List(Box::new(Kind::Record("Link".into()))));
        assert_eq!(shell.fields.first().map(|field| field.name.as_str()), Some("address"));
    }
}
