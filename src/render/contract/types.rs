//! What is known of the records that templates are given, and of what expressions make of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::view::contract::{Contract, Kind};

/// The name of the record of words; those of models are written in capitals.
pub const WORDS: &str = "words";

/// Fields by record.
#[derive(Debug)]
pub struct Types {
    records: BTreeMap<Arc<str>, BTreeMap<String, Kind>>,
}

/// Why there is no such field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// The record does not have it.
    Record(Arc<str>),
    /// A text, a number, yes or no has no fields.
    Plain,
    /// A list has no fields; its values may.
    List,
}

impl Types {
    /// The fields of all models, and the words of a theme.
    pub fn new<'w>(contract: &Contract, words: impl Iterator<Item = &'w str>) -> Self {
        let mut records: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (name, record) in &contract.records {
            let fields = record.fields.iter().map(|field| (field.name.clone(), field.kind.clone()));
            records.insert(Arc::clone(name), fields.collect());
        }
        records.insert(WORDS.into(), words.map(|word| (word.to_owned(), Kind::Text)).collect());
        Self { records }
    }

    /// The fields of a record.
    pub fn fields(&self, record: &str) -> impl Iterator<Item = (&str, &Kind)> {
        self.records.get(record).into_iter().flatten().map(|(name, kind)| (name.as_str(), kind))
    }

    /// What the field of a value is.
    pub fn field(&self, of: &Kind, name: &str) -> Result<Kind, Lacking> {
        match of {
            Kind::Any => Ok(Kind::Any),
            Kind::Map(values) => Ok((**values).clone()),
            Kind::Record(record) => {
                let fields = self.records.get(record);
                fields.and_then(|fields| fields.get(name)).cloned().ok_or_else(|| Lacking::Record(Arc::clone(record)))
            }
            Kind::Text | Kind::Number | Kind::Flag => Err(Lacking::Plain),
            Kind::List(_) => Err(Lacking::List),
        }
    }
}

/// What a loop over a value gives: its keys, its values.
pub fn items(of: &Kind) -> (Kind, Kind) {
    match of {
        Kind::List(item) => (Kind::Number, (**item).clone()),
        Kind::Map(value) => (Kind::Text, (**value).clone()),
        Kind::Record(_) => (Kind::Text, Kind::Any),
        Kind::Text => (Kind::Number, Kind::Text),
        Kind::Any | Kind::Number | Kind::Flag => (Kind::Any, Kind::Any),
    }
}

/// What a value in brackets behind another gives, when it is not the name of a field.
pub fn item(of: &Kind) -> Kind {
    match of {
        Kind::Record(_) => Kind::Any,
        _ => items(of).1,
    }
}

/// What is either one or the other.
pub fn either(one: Kind, other: Kind) -> Kind {
    let is_plain = |kind: &Kind| matches!(kind, Kind::Text | Kind::Number | Kind::Flag);
    match (one, other) {
        (one, other) if one == other => one,
        (one, other) if is_plain(&one) && is_plain(&other) => Kind::Text,
        (Kind::List(one), Kind::List(other)) => Kind::List(Box::new(either(*one, *other))),
        _ => Kind::Any,
    }
}

/// What a filter makes of a value; `default` and fields named in arguments are looked at elsewhere.
pub fn filtered(of: Kind, filter: &str) -> Kind {
    match filter {
        "first" | "last" | "nth" => item(&of),
        "reverse" | "sort" | "unique" | "safe" => of,
        "split" | "keys" => Kind::List(Box::new(Kind::Text)),
        "values" => Kind::List(Box::new(items(&of).1)),
        "group_by" => Kind::Map(Box::new(of)),
        "length" | "wordcount" | "int" | "float" | "abs" | "round" => Kind::Number,
        "upper" | "lower" | "escape" | "escape_html" | "escape_xml" | "newlines_to_br" | "pluralize" | "trim"
        | "trim_start" | "trim_end" | "replace" | "capitalize" | "title" | "truncate" | "indent" | "str" | "join" => {
            Kind::Text
        }
        _ => Kind::Any,
    }
}
