//! Walking the templates of a page with what the page gives them: blocks, loops, includes and components in the order in
//! which they print. What names stand for is found out in [`super::values`].

use std::collections::{BTreeMap, BTreeSet};

use super::scope::Scope;
use super::syntax::{Call, Component, Each, Node, Template};
use super::tokens::Token;
use super::types::{self, Lacking, Types};
use crate::view::contract::Kind;

/// How deep components may call each other. What calls itself with ever more is not followed for ever.
const DEEPEST: usize = 32;

/// What a name was looked for in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The names that the page, or the site for a style sheet, gives to templates.
    Page,
    /// The arguments of the component in whose body it stands.
    Body(String),
    /// The fields of the value before it.
    Field(Lacking),
    /// The arguments of the component that is called.
    Argument(String),
    /// The call of this component, which lacks an argument that it needs.
    Missing(String),
}

/// A name that is not there.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The name.
    pub name: String,
    /// What lacks it.
    pub fault: Fault,
    /// The page that was walked.
    pub page: String,
    /// The names that are there.
    pub known: Vec<String>,
}

/// Where the walk is.
#[derive(Debug, Clone, Copy)]
pub struct Place<'w, 'p> {
    /// The template of the page.
    pub page: &'w str,
    /// The template in which the next name stands.
    pub template: &'w str,
    /// The template that is being filled in, behind those that fill it in.
    lineage: &'p [&'w str],
    /// The block around, and whose of the lineage it is.
    block: Option<(&'w str, usize)>,
    /// The component around.
    pub component: Option<&'w str>,
}

/// Walks templates.
#[derive(Debug)]
pub struct Walker<'w> {
    pub(super) types: &'w Types,
    pub(super) templates: &'w BTreeMap<&'w str, Template<'w>>,
    components: BTreeMap<&'w str, (&'w str, &'w Component<'w>)>,
    /// Bodies that were walked, with what their arguments were.
    walked: BTreeSet<(&'w str, Vec<Kind>)>,
    /// How many components are being walked, each called by the one before.
    depth: usize,
    /// What was found, by template and byte.
    pub findings: BTreeMap<(&'w str, usize), Finding>,
    /// Templates that were walked.
    pub reached: BTreeSet<&'w str>,
    /// Words that were named.
    pub words: BTreeSet<String>,
    /// Fields of values about which nothing is known: they could not be checked.
    #[cfg(test)]
    pub blind: Vec<String>,
}

impl<'w> Walker<'w> {
    /// Ready to walk these templates.
    pub fn new(types: &'w Types, templates: &'w BTreeMap<&'w str, Template<'w>>) -> Self {
        let components = templates.iter().flat_map(|(file, template)| {
            template.components.iter().map(|component| (component.name.as_str(), (*file, component)))
        });
        Self {
            types,
            templates,
            components: components.collect(),
            walked: BTreeSet::new(),
            depth: 0,
            findings: BTreeMap::new(),
            reached: BTreeSet::new(),
            words: BTreeSet::new(),
            #[cfg(test)]
            blind: Vec::new(),
        }
    }

    /// Walks the template of a page, which is given these names.
    pub fn page(&mut self, page: &'w str, given: BTreeMap<String, Kind>) {
        self.template(page, page, None, &mut Scope::new(given, None));
    }

    /// Walks the components that no page has called. Of what they are given, only these names are known.
    pub fn uncalled(&mut self, given: &BTreeMap<String, Kind>) {
        let called: BTreeSet<&str> = self.walked.iter().map(|(name, _)| *name).collect();
        for (name, (file, component)) in self.components.clone() {
            if !called.contains(name) {
                let of = |name: &str| given.get(name).cloned().unwrap_or(Kind::Any);
                let names =
                    component.parameters.iter().map(|parameter| (parameter.name.to_owned(), of(parameter.name)));
                self.component(file, file, component, names.collect(), None);
            }
        }
    }

    /// Walks a template together with those that it fills in.
    fn template(&mut self, page: &'w str, name: &'w str, component: Option<&'w str>, scope: &mut Scope<'_>) {
        let mut lineage = vec![name];
        while let Some(parent) = lineage.last().and_then(|last| self.templates.get(last)?.parent) {
            if lineage.contains(&parent) {
                return;
            }
            lineage.push(parent);
        }
        self.reached.extend(&lineage);
        let Some((&outermost, template)) = lineage.last().and_then(|last| self.templates.get_key_value(last)) else {
            return;
        };
        let place = Place { page, template: outermost, lineage: &lineage, block: None, component };
        self.nodes(&template.nodes, scope, place);
    }

    pub(super) fn nodes(&mut self, nodes: &'w [Node<'w>], scope: &mut Scope<'_>, place: Place<'w, '_>) {
        for node in nodes {
            match node {
                Node::Print(value) => {
                    self.value(value, scope, place);
                }
                Node::If(branches) => {
                    let mut ways = Vec::new();
                    for (condition, body) in branches {
                        if let Some(condition) = condition {
                            self.value(condition, scope, place);
                        }
                        let mut way = scope.clone();
                        self.nodes(body, &mut way, place);
                        ways.push(way);
                    }
                    if branches.iter().all(|(condition, _)| condition.is_some()) {
                        ways.push(scope.clone());
                    }
                    scope.join(&ways);
                }
                Node::For(each, body, otherwise) => {
                    let (key, value) = self.each(each, scope, place);
                    let mut empty = scope.clone();
                    self.nodes(otherwise, &mut empty, place);
                    scope.open();
                    bind(each, key, value, scope);
                    // The engine itself refuses a wrong field of `loop`.
                    scope.set("loop", Kind::Map(Box::new(Kind::Number)), false);
                    self.nodes(body, scope, place);
                    scope.close();
                    let ran = scope.clone();
                    scope.join(&[empty, ran]);
                }
                Node::Set(name, value, global) => {
                    let kind = self.value(value, scope, place);
                    scope.set(name.text, kind, *global);
                }
                Node::Capture(name, given, body, global) => {
                    self.values(given, scope, place);
                    self.nodes(body, scope, place);
                    scope.set(name.text, Kind::Text, *global);
                }
                Node::Filtered(given, body) => {
                    self.values(given, scope, place);
                    self.nodes(body, scope, place);
                }
                Node::Block(name, _) => self.block(name, 0, scope, place),
                Node::Include(name) => {
                    // What the included template sets is not seen here.
                    self.template(place.page, name.text, place.component, &mut scope.clone());
                }
            }
        }
    }

    /// What a loop runs over: its keys and its values.
    pub(super) fn each(&mut self, each: &'w Each<'w>, scope: &mut Scope<'_>, place: Place<'w, '_>) -> (Kind, Kind) {
        let over = self.value(&each.over, scope, place);
        types::items(&over)
    }

    /// Walks a block as the first template of the lineage has it, from the one numbered `from` on.
    fn block(&mut self, name: &'w str, from: usize, scope: &mut Scope<'_>, place: Place<'w, '_>) {
        let templates = self.templates;
        let found = place.lineage.iter().enumerate().skip(from).find_map(|(at, file)| {
            let (file, template) = templates.get_key_value(file)?;
            Some((at, *file, template.block(name)?))
        });
        if let Some((at, template, body)) = found {
            self.nodes(body, scope, Place { template, block: Some((name, at)), ..place });
        }
    }

    /// Walks what `super()` stands for: the block as the template filled in has it.
    pub(super) fn outer_block(&mut self, scope: &mut Scope<'_>, place: Place<'w, '_>) {
        if let Some((name, at)) = place.block {
            self.block(name, at + 1, scope, place);
        }
    }

    /// Walks a component as it is called here.
    pub(super) fn call(&mut self, call: &'w Call<'w>, scope: &mut Scope<'_>, place: Place<'w, '_>) {
        let mut given = BTreeMap::new();
        for (name, value) in &call.arguments {
            given.insert(name.text, self.value(value, scope, place));
        }
        self.values(&call.spread, scope, place);
        self.nodes(&call.body, scope, place);
        let Some(&(file, component)) = self.components.get(call.name.as_str()) else { return };
        let parameter = |name: &str| component.parameters.iter().find(|parameter| parameter.name == name);
        if component.rest.is_none() {
            for (name, _) in call.arguments.iter().filter(|(name, _)| parameter(name.text).is_none()) {
                let known = component.parameters.iter().map(|parameter| parameter.name.to_owned()).collect();
                self.note(*name, Fault::Argument(call.name.clone()), known, place);
            }
        }
        let mut names = BTreeMap::new();
        for parameter in &component.parameters {
            let implicit = || parameter.implicit.then(|| scope.implicit(parameter.name).cloned()).flatten();
            let kind = given.remove(parameter.name).or_else(implicit);
            if kind.is_none() && !parameter.has_default && call.spread.is_empty() {
                self.note(call.at, Fault::Missing(parameter.name.to_owned()), Vec::new(), place);
            }
            names.insert(parameter.name.to_owned(), kind.unwrap_or_else(|| declared(parameter.declared)));
        }
        self.component(place.page, file, component, names, Some(scope));
    }

    /// Walks the body of a component, once for each kind of arguments.
    fn component(
        &mut self,
        page: &'w str,
        template: &'w str,
        component: &'w Component<'w>,
        mut names: BTreeMap<String, Kind>,
        caller: Option<&Scope<'_>>,
    ) {
        let kinds = names.values().cloned().collect();
        if self.depth < DEEPEST && self.walked.insert((component.name.as_str(), kinds)) {
            self.depth += 1;
            names.insert("body".to_owned(), Kind::Text);
            names.extend(component.rest.map(|rest| (rest.to_owned(), Kind::Any)));
            let place = Place { page, template, lineage: &[], block: None, component: Some(&component.name) };
            self.nodes(&component.body, &mut Scope::new(names, caller), place);
            self.depth -= 1;
        }
    }

    /// Notes that a name is not there.
    pub(super) fn note(&mut self, name: Token<'_>, fault: Fault, known: Vec<String>, place: Place<'w, '_>) {
        let finding = Finding { name: name.text.to_owned(), fault, page: place.page.to_owned(), known };
        self.findings.entry((place.template, name.at)).or_insert(finding);
    }
}

/// Gives the names of a loop to what it runs over.
pub(super) fn bind(each: &Each<'_>, key: Kind, value: Kind, scope: &mut Scope<'_>) {
    if let Some(name) = each.key {
        scope.set(name, key, false);
    }
    scope.set(each.value, value, false);
}

/// What an argument that is left out is, by its declaration.
fn declared(name: &str) -> Kind {
    match name {
        "string" => Kind::Text,
        "bool" => Kind::Flag,
        "integer" | "float" | "number" => Kind::Number,
        _ => Kind::Any,
    }
}
