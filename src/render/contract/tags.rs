//! Reading a whole template: its tags, around what [`Cursor`] reads of expressions.

use super::expression::Cursor;
use super::syntax::{Component, Expression, Node, Parameter, Template};
use super::tokens::{Sort, Token, tokens};

/// Reads a template; `None` when it is not one the engine would accept.
pub fn template(text: &str) -> Option<Template<'_>> {
    let tokens = tokens(text);
    let mut reader = Reader { cursor: Cursor::new(&tokens), template: Template::default() };
    reader.template.nodes = reader.nodes(&[])?.0;
    Some(reader.template)
}

struct Reader<'t, 'a> {
    cursor: Cursor<'t, 'a>,
    template: Template<'a>,
}

impl<'a> Reader<'_, 'a> {
    /// The pieces up to a tag of one of these names, and that name; up to the end of the template when no names are given.
    fn nodes(&mut self, ends: &[&str]) -> Option<(Vec<Node<'a>>, &'a str)> {
        let mut nodes = Vec::new();
        while let Some(open) = self.cursor.next() {
            if open.sort == Sort::Print {
                nodes.push(Node::Print(self.cursor.expression()?));
                self.cursor.expect_sort(Sort::End)?;
                continue;
            }
            let name = self.cursor.next()?;
            if ends.contains(&name.text) {
                return Some((nodes, name.text));
            }
            self.tag(name, &mut nodes)?;
        }
        ends.is_empty().then_some((nodes, ""))
    }

    /// The pieces up to the one tag that closes them.
    fn body(&mut self, end: &str) -> Option<Vec<Node<'a>>> {
        self.end()?;
        Some(self.nodes(&[end])?.0)
    }

    /// The end of a tag.
    fn end(&mut self) -> Option<()> {
        self.cursor.expect_sort(Sort::End).map(|_| ())
    }

    /// Reads a tag behind its name, with its body; definitions leave no piece behind.
    fn tag(&mut self, name: Token<'a>, nodes: &mut Vec<Node<'a>>) -> Option<()> {
        let node = match name.text {
            "extends" => {
                self.template.parent = Some(self.cursor.expect_sort(Sort::Text)?.text);
                None
            }
            "include" => Some(Node::Include(self.cursor.expect_sort(Sort::Text)?)),
            "break" | "continue" => None,
            "if" => Some(self.branches()?),
            "for" => Some(self.each()?),
            "set" | "set_global" => Some(self.set(name.text == "set_global")?),
            "filter" => {
                let filters = self.filters()?;
                let body = self.body("endfilter")?;
                Some(Node::Filtered(filters, body))
            }
            "block" => {
                let name = self.cursor.expect_sort(Sort::Name)?.text;
                let body = self.body("endblock")?;
                self.cursor.takes(name);
                Some(Node::Block(name, body))
            }
            "component" => {
                let component = self.component()?;
                self.template.components.push(component);
                None
            }
            "<" => {
                let mut call = self.cursor.call()?;
                self.cursor.expect(">")?;
                call.body = self.body("</")?;
                self.cursor.dotted()?;
                self.cursor.expect(">")?;
                Some(Node::Print(Expression::Component(call)))
            }
            _ => return None,
        };
        nodes.extend(node);
        self.end()
    }

    fn branches(&mut self) -> Option<Node<'a>> {
        let mut branches = Vec::new();
        let mut condition = Some(self.cursor.expression()?);
        loop {
            self.end()?;
            let (body, end) = self.nodes(&["elif", "else", "endif"])?;
            branches.push((condition, body));
            condition = match end {
                "elif" => Some(self.cursor.expression()?),
                "else" => None,
                _ => return Some(Node::If(branches)),
            };
        }
    }

    fn each(&mut self) -> Option<Node<'a>> {
        let each = self.cursor.each(Cursor::expression)?;
        self.end()?;
        let (body, end) = self.nodes(&["endfor", "else"])?;
        let otherwise = if end == "else" { self.body("endfor")? } else { Vec::new() };
        Some(Node::For(each, body, otherwise))
    }

    fn set(&mut self, global: bool) -> Option<Node<'a>> {
        let name = self.cursor.expect_sort(Sort::Name)?;
        if global {
            self.template.handed_on.push(name.text);
        }
        if self.cursor.takes("=") {
            return Some(Node::Set(name, self.cursor.expression()?, global));
        }
        let filters = if self.cursor.takes("|") { self.filters()? } else { Vec::new() };
        let body = self.body("endset")?;
        Some(Node::Capture(name, filters, body, global))
    }

    /// What a row of filters without a value before them is given.
    fn filters(&mut self) -> Option<Vec<Expression<'a>>> {
        let mut given = Vec::new();
        loop {
            self.cursor.expect_sort(Sort::Name)?;
            given.extend(self.cursor.arguments()?.into_iter().map(|(_, value)| value));
            if !self.cursor.takes("|") {
                return Some(given);
            }
        }
    }

    fn component(&mut self) -> Option<Component<'a>> {
        let (name, _) = self.cursor.dotted()?;
        let (mut parameters, mut rest) = (Vec::new(), None);
        self.cursor.expect("(")?;
        while !self.cursor.takes(")") {
            if self.cursor.takes("...") {
                rest = Some(self.cursor.expect_sort(Sort::Name)?.text);
                continue;
            }
            let implicit = self.cursor.takes("@");
            let name = self.cursor.expect_sort(Sort::Name)?.text;
            let declared = if self.cursor.takes(":") { self.cursor.expect_sort(Sort::Name)?.text } else { "" };
            let has_default = self.cursor.takes("=");
            if has_default {
                self.cursor.expression()?;
            }
            parameters.push(Parameter { name, declared, implicit, has_default });
            self.cursor.takes(",");
        }
        // A map of notes about the component.
        if self.cursor.sees("{") {
            self.cursor.expression()?;
        }
        let body = self.body("endcomponent")?;
        if self.cursor.peek().is_some_and(|token| token.sort == Sort::Name) {
            self.cursor.dotted()?;
        }
        Some(Component { name, parameters, rest, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_the_language_is_read() {
        let legal = r#"{# note #}{% extends "base.html" %}
            {% component a.b(x, y: map, z: bool = true, m = {"k": [1, -2.5]}, @words, ...rest) {"about": "x"} -%}
              {{ x }}{{ body }}{{ rest.x }}
            {%- endcomponent a.b %}
            {% block main %}{{ super() }}
            {% if not a and b.c?.d is not defined or e[0] is divisible_by(divisor=2) %}{% elif x not in y %}{% else %}{% endif %}
            {% for k, v in m %}{% if loop.first %}{% continue %}{% endif %}{% break %}{% else %}-{% endfor %}
            {% set t = a.b["c"][d[1]] ~ "x" if q else [1, ...xs, "s" | upper] %}
            {% set_global n = {"a": 1, 2: b, true: [], ...m} %}
            {% set text | upper | replace(from="a", to=b) %}{{ a[1:] }}{{ a[:-1] }}{{ a[::2] }}{{ a?[x] }}{% endset %}
            {% filter trim | indent(width=2) %}{% include "part.html" %}{% endfilter %}
            {% set c = [x.y | upper for x in xs if x.z > 1] %}{{ [k for k, v in m] | join(sep=", ") }}
            {% <a.b x="text" y={m} z {...more}> %}inside{% </a.b> %}
            {{ <a.b x={(1 + 2) * -3} y={<a.b x="1" y={m}/>}/> }}
            {{ range(end=3)[0] }}{% raw %}{{ not read }}{% endraw %}{{ a or b | default(value=none) }}
            {% endblock main %}"#;
        let read = template(legal).unwrap();
        assert_eq!(read.parent, Some("base.html"));
        assert_eq!(read.handed_on, ["n"]);
        assert_eq!(read.components.len(), 1);
        assert!(read.block("main").is_some());
    }

    #[test]
    fn what_is_cut_off_is_not_a_template() {
        for text in
            ["{% if a %}", "{{ a", "{% for a %}{% endfor %}", "{{ a. }}", "{% block x %}", "{{ [1, }}", "{{ a(b) }}"]
        {
            assert!(template(text).is_none(), "{text}");
        }
    }
}
