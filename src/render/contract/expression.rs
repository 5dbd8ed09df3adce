//! Reading expressions. The template engine has accepted the template before, so nothing is reported here: what cannot be
//! read is `None`, and the template goes unchecked.

use super::syntax::{Argument, Call, Each, Expression};
use super::tokens::{Sort, Token};

/// Words that join values, and signs that do.
const OPERATORS: [&str; 18] =
    ["or", "and", "in", "+", "-", "*", "/", "//", "%", "**", "==", "!=", "<", "<=", ">", ">=", "~", "is"];

/// The tokens of a template on the way through.
#[derive(Debug)]
pub struct Cursor<'t, 'a> {
    rest: &'t [Token<'a>],
}

impl<'t, 'a> Cursor<'t, 'a> {
    /// Before the first token.
    pub fn new(tokens: &'t [Token<'a>]) -> Self {
        Self { rest: tokens }
    }

    /// The next token.
    pub fn peek(&self) -> Option<Token<'a>> {
        self.rest.first().copied()
    }

    /// Takes the next token.
    pub fn next(&mut self) -> Option<Token<'a>> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// Whether the next token is this name or sign.
    pub fn sees(&self, text: &str) -> bool {
        self.peek().is_some_and(|token| matches!(token.sort, Sort::Name | Sort::Sign) && token.text == text)
    }

    /// Takes the next token if it is this name or sign.
    pub fn takes(&mut self, text: &str) -> bool {
        let sees = self.sees(text);
        if sees {
            self.next();
        }
        sees
    }

    /// Takes this name or sign, which must come next.
    pub fn expect(&mut self, text: &str) -> Option<()> {
        self.takes(text).then_some(())
    }

    /// Takes a token of a sort, which must come next.
    pub fn expect_sort(&mut self, sort: Sort) -> Option<Token<'a>> {
        self.next().filter(|token| token.sort == sort)
    }

    /// An expression, with operators and `a if b else c`.
    pub fn expression(&mut self) -> Option<Expression<'a>> {
        let value = self.joined()?;
        if !self.takes("if") {
            return Some(value);
        }
        let condition = self.expression()?;
        self.expect("else")?;
        let other = self.expression()?;
        Some(Expression::Behind(Box::new(condition), Box::new(Expression::Either(vec![value, other]))))
    }

    /// Values joined by operators. Which binds tighter does not matter for the names in them.
    fn joined(&mut self) -> Option<Expression<'a>> {
        let mut values = vec![self.value()?];
        let (mut only_or, mut logic) = (true, false);
        loop {
            // `not in`
            let negated = self.takes("not");
            let Some(operator) = self.peek().filter(|token| is_operator(*token)) else { break };
            if negated && operator.text != "in" {
                return None;
            }
            self.next();
            only_or &= operator.text == "or";
            logic |= matches!(operator.text, "or" | "and");
            if operator.text == "is" {
                self.takes("not");
                self.expect_sort(Sort::Name)?;
                values.extend(self.arguments()?.into_iter().map(|(_, value)| value));
            } else {
                values.push(self.value()?);
            }
        }
        Some(match values.len() {
            1 if only_or => values.pop()?,
            _ if only_or => Expression::Either(values),
            _ if logic => Expression::Unknown(values),
            _ => Expression::Plain(values),
        })
    }

    /// A value with what is done to it: `not`, `-`, brackets, filters.
    fn value(&mut self) -> Option<Expression<'a>> {
        if self.takes("not") || self.takes("-") {
            return Some(Expression::Plain(vec![self.value()?]));
        }
        let mut value = self.first()?;
        loop {
            if self.takes(".") || self.takes("?.") {
                value = Expression::Field(Box::new(value), self.expect_sort(Sort::Name)?);
            } else if self.takes("[") || self.takes("?[") {
                value = self.subscript(value)?;
            } else if self.takes("|") {
                let name = self.expect_sort(Sort::Name)?;
                value = Expression::Filter(Box::new(value), name, self.arguments()?);
            } else {
                return Some(value);
            }
        }
    }

    fn subscript(&mut self, of: Expression<'a>) -> Option<Expression<'a>> {
        let mut parts = Vec::new();
        let mut is_slice = false;
        while !self.takes("]") {
            if self.takes(":") {
                is_slice = true;
            } else {
                parts.push(self.expression()?);
            }
        }
        if is_slice {
            return Some(Expression::Slice(Box::new(of), parts));
        }
        Some(Expression::Item(Box::new(of), Box::new(parts.pop()?)))
    }

    fn first(&mut self) -> Option<Expression<'a>> {
        let token = self.next()?;
        match (token.sort, token.text) {
            (Sort::Text, _) => Some(Expression::Text(token)),
            (Sort::Number, _) | (Sort::Name, "true" | "True" | "false" | "False") => {
                Some(Expression::Plain(Vec::new()))
            }
            (Sort::Name, "none" | "None" | "null") => Some(Expression::Unknown(Vec::new())),
            (Sort::Name, _) if self.sees("(") => Some(Expression::Function(token, self.arguments()?)),
            (Sort::Name, _) => Some(Expression::Name(token)),
            (Sort::Sign, "(") => {
                let inside = self.expression()?;
                self.expect(")")?;
                Some(inside)
            }
            (Sort::Sign, "[") => self.list(),
            (Sort::Sign, "{") => self.map(),
            (Sort::Sign, "<") => {
                let call = self.call()?;
                self.expect("/")?;
                self.expect(">")?;
                Some(Expression::Component(call))
            }
            _ => None,
        }
    }

    /// `(name = value, …)`, or nothing.
    pub fn arguments(&mut self) -> Option<Vec<Argument<'a>>> {
        let mut arguments = Vec::new();
        if self.takes("(") {
            while !self.takes(")") {
                let name = self.expect_sort(Sort::Name)?;
                self.expect("=")?;
                arguments.push((name, self.expression()?));
                self.takes(",");
            }
        }
        Some(arguments)
    }

    fn list(&mut self) -> Option<Expression<'a>> {
        let mut items = Vec::new();
        while !self.takes("]") {
            if self.takes("...") {
                items.push(Expression::Spread(Box::new(self.expression()?)));
            } else {
                let item = self.expression()?;
                if self.takes("for") {
                    let each = self.each(Self::joined)?;
                    let condition = if self.takes("if") { Some(Box::new(self.joined()?)) } else { None };
                    self.expect("]")?;
                    return Some(Expression::Comprehension { item: Box::new(item), each, condition });
                }
                items.push(item);
            }
            self.takes(",");
        }
        Some(Expression::List(items))
    }

    /// The names of a loop and what it runs over, behind `for`.
    pub fn each(&mut self, over: impl Fn(&mut Self) -> Option<Expression<'a>>) -> Option<Each<'a>> {
        let first = self.expect_sort(Sort::Name)?.text;
        let second = if self.takes(",") { Some(self.expect_sort(Sort::Name)?.text) } else { None };
        self.expect("in")?;
        let over = Box::new(over(self)?);
        Some(Each { key: second.map(|_| first), value: second.unwrap_or(first), over })
    }

    fn map(&mut self) -> Option<Expression<'a>> {
        let mut values = Vec::new();
        while !self.takes("}") {
            if !self.takes("...") {
                self.next()?;
                self.expect(":")?;
            }
            values.push(self.expression()?);
            self.takes(",");
        }
        Some(Expression::Unknown(values))
    }

    /// A call of a component from its name up to its last argument.
    pub fn call(&mut self) -> Option<Call<'a>> {
        let (name, at) = self.dotted()?;
        let mut call = Call { name, at, arguments: Vec::new(), spread: Vec::new(), body: Vec::new() };
        loop {
            if self.takes("{") {
                self.expect("...")?;
                call.spread.push(self.expression()?);
                self.expect("}")?;
            } else if self.peek().is_some_and(|token| token.sort == Sort::Name) {
                let name = self.next()?;
                let value = if !self.takes("=") {
                    Expression::Name(name)
                } else if self.takes("{") {
                    let value = self.expression()?;
                    self.expect("}")?;
                    value
                } else {
                    Expression::Text(self.expect_sort(Sort::Text)?)
                };
                call.arguments.push((name, value));
            } else {
                return Some(call);
            }
        }
    }

    /// The name of a component, with its dots, and its first part.
    pub fn dotted(&mut self) -> Option<(String, Token<'a>)> {
        let first = self.expect_sort(Sort::Name)?;
        let mut name = first.text.to_owned();
        while self.takes(".") {
            name.push('.');
            name.push_str(self.expect_sort(Sort::Name)?.text);
        }
        Some((name, first))
    }
}

fn is_operator(token: Token<'_>) -> bool {
    matches!(token.sort, Sort::Name | Sort::Sign) && OPERATORS.contains(&token.text)
}
