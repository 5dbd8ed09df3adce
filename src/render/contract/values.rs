//! What an expression is, found out by following its names.

use super::scope::Scope;
use super::syntax::{Argument, Expression};
use super::tokens::{Sort, Token};
use super::types::{self, WORDS};
use super::walk::{Fault, Place, Walker, bind};
use crate::view::contract::Kind;

/// The variable that holds all others, for debugging.
const EVERYTHING: &str = "__tera_context";

impl<'w> Walker<'w> {
    /// What an expression is; names that are not there are noted.
    pub(super) fn value(
        &mut self,
        expression: &'w Expression<'w>,
        scope: &mut Scope<'_>,
        place: Place<'w, '_>,
    ) -> Kind {
        match expression {
            Expression::Name(name) => self.name(*name, scope, place),
            Expression::Field(of, name) => {
                let of = self.value(of, scope, place);
                self.field(&of, *name, place)
            }
            Expression::Item(of, key) => {
                let of = self.value(of, scope, place);
                if let (Expression::Text(name), Kind::Record(_)) = (&**key, &of) {
                    return self.field(&of, *name, place);
                }
                self.value(key, scope, place);
                if of == Kind::Record(WORDS.into()) {
                    // Which word it will be, the data says; it may be any.
                    self.words.extend(self.types.fields(WORDS).map(|(word, _)| word.to_owned()));
                    return Kind::Text;
                }
                types::item(&of)
            }
            Expression::Slice(of, parts) => {
                self.values(parts, scope, place);
                self.value(of, scope, place)
            }
            Expression::Text(_) => Kind::Text,
            Expression::Plain(parts) => {
                self.values(parts, scope, place);
                Kind::Text
            }
            Expression::Unknown(parts) => {
                self.values(parts, scope, place);
                Kind::Any
            }
            Expression::Behind(condition, value) => {
                self.value(condition, scope, place);
                self.value(value, scope, place)
            }
            Expression::Either(values) => self.common(values, scope, place),
            Expression::List(items) => Kind::List(Box::new(self.common(items, scope, place))),
            Expression::Spread(list) => types::item(&self.value(list, scope, place)),
            Expression::Comprehension { item, each, condition } => {
                let (key, value) = self.each(each, scope, place);
                scope.open();
                bind(each, key, value, scope);
                if let Some(condition) = condition {
                    self.value(condition, scope, place);
                }
                let item = self.value(item, scope, place);
                scope.close();
                Kind::List(Box::new(item))
            }
            Expression::Filter(of, name, arguments) => {
                let of = self.value(of, scope, place);
                self.filter(of, name.text, arguments, scope, place)
            }
            Expression::Function(name, arguments) => {
                self.values(arguments.iter().map(|(_, value)| value), scope, place);
                match name.text {
                    "super" => {
                        self.outer_block(scope, place);
                        Kind::Text
                    }
                    "range" => Kind::List(Box::new(Kind::Number)),
                    _ => Kind::Any,
                }
            }
            Expression::Component(call) => {
                self.call(call, scope, place);
                Kind::Text
            }
        }
    }

    /// Looks at expressions whose value does not matter.
    pub(super) fn values(
        &mut self,
        expressions: impl IntoIterator<Item = &'w Expression<'w>>,
        scope: &mut Scope<'_>,
        place: Place<'w, '_>,
    ) {
        for expression in expressions {
            self.value(expression, scope, place);
        }
    }

    /// What all of these are; an empty list is a list of anything.
    fn common(&mut self, values: &'w [Expression<'w>], scope: &mut Scope<'_>, place: Place<'w, '_>) -> Kind {
        let mut found: Option<Kind> = None;
        for value in values {
            let kind = self.value(value, scope, place);
            if !matches!(value, Expression::List(items) if items.is_empty()) {
                found = Some(found.map_or(kind.clone(), |found| types::either(found, kind)));
            }
        }
        found.unwrap_or(Kind::Any)
    }

    fn name(&mut self, name: Token<'_>, scope: &Scope<'_>, place: Place<'w, '_>) -> Kind {
        if let Some(kind) = scope.get(name.text) {
            return kind.clone();
        }
        let is_handed_on = |template: &super::syntax::Template<'_>| template.handed_on.contains(&name.text);
        if name.text != EVERYTHING && !self.templates.get(place.template).is_some_and(is_handed_on) {
            let fault = place.component.map_or(Fault::Page, |component| Fault::Body(component.to_owned()));
            self.note(name, fault, scope.names().map(str::to_owned).collect(), place);
        }
        Kind::Any
    }

    fn field(&mut self, of: &Kind, name: Token<'_>, place: Place<'w, '_>) -> Kind {
        if matches!(of, Kind::Record(record) if &**record == WORDS) {
            self.words.insert(name.text.to_owned());
        }
        #[cfg(test)]
        if *of == Kind::Any {
            self.blind.push(format!("{}: {}", place.template, name.text));
        }
        self.types.field(of, name.text).unwrap_or_else(|lacking| {
            let known = match of {
                Kind::Record(record) => self.types.fields(record).map(|(name, _)| name.to_owned()).collect(),
                _ => Vec::new(),
            };
            self.note(name, Fault::Field(lacking), known, place);
            Kind::Any
        })
    }

    /// What a filter makes of a value. Some filters name a field in an argument.
    fn filter(
        &mut self,
        of: Kind,
        filter: &str,
        arguments: &'w [Argument<'w>],
        scope: &mut Scope<'_>,
        place: Place<'w, '_>,
    ) -> Kind {
        let mut result = None;
        for (name, value) in arguments {
            let kind = self.value(value, scope, place);
            match (filter, name.text, value) {
                ("default", "value", _) => result = Some(types::either(of.clone(), kind)),
                ("sort" | "group_by", "attribute", Expression::Text(path)) => {
                    self.path(types::item(&of), *path, place);
                }
                ("get", "key", Expression::Text(key)) if matches!(of, Kind::Record(_)) => {
                    result = Some(self.field(&of, *key, place));
                }
                _ => {}
            }
        }
        result.unwrap_or_else(|| types::filtered(of, filter))
    }

    /// Follows `field.field` in a quoted text.
    fn path(&mut self, mut of: Kind, path: Token<'_>, place: Place<'w, '_>) {
        let mut at = path.at;
        for part in path.text.split('.') {
            if part.bytes().all(|byte| byte.is_ascii_digit()) {
                of = types::item(&of);
            } else {
                of = self.field(&of, Token { sort: Sort::Name, text: part, at }, place);
            }
            at += part.len() + 1;
        }
    }
}
