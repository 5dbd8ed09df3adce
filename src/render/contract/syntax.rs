//! A template as a tree, as far as names are concerned: what is looked up, and under which names values are kept.

use super::tokens::Token;

/// Something that has a value. Operators are not told apart: what matters is which names stand in them, and which fields
/// the value can have.
#[derive(Debug)]
pub enum Expression<'a> {
    /// A name.
    Name(Token<'a>),
    /// A field of a value.
    Field(Box<Expression<'a>>, Token<'a>),
    /// A value in brackets behind another: a key or a place in a list.
    Item(Box<Expression<'a>>, Box<Expression<'a>>),
    /// A part of a list.
    Slice(Box<Expression<'a>>, Vec<Expression<'a>>),
    /// A quoted text.
    Text(Token<'a>),
    /// A value without fields, made of these.
    Plain(Vec<Expression<'a>>),
    /// A value about which nothing is known, made of these.
    Unknown(Vec<Expression<'a>>),
    /// One of these values.
    Either(Vec<Expression<'a>>),
    /// A value, behind a condition that is not part of it.
    Behind(Box<Expression<'a>>, Box<Expression<'a>>),
    /// A list of these.
    List(Vec<Expression<'a>>),
    /// The values of a list, in another.
    Spread(Box<Expression<'a>>),
    /// `[item for key, value in list if condition]`
    Comprehension {
        /// What each value becomes.
        item: Box<Expression<'a>>,
        /// The names of the loop.
        each: Each<'a>,
        /// The condition, seen with the names of the loop.
        condition: Option<Box<Expression<'a>>>,
    },
    /// `value | name(arguments)`
    Filter(Box<Expression<'a>>, Token<'a>, Vec<Argument<'a>>),
    /// `name(arguments)`
    Function(Token<'a>, Vec<Argument<'a>>),
    /// `<name arguments/>`, or with a body.
    Component(Call<'a>),
}

/// A named argument.
pub type Argument<'a> = (Token<'a>, Expression<'a>);

/// The names of a loop and what it runs over.
#[derive(Debug)]
pub struct Each<'a> {
    /// The name of the key, when the loop has two names.
    pub key: Option<&'a str>,
    /// The name of the value.
    pub value: &'a str,
    /// What it runs over.
    pub over: Box<Expression<'a>>,
}

/// A call of a component.
#[derive(Debug)]
pub struct Call<'a> {
    /// The name, with its dots.
    pub name: String,
    /// Where the name stands.
    pub at: Token<'a>,
    /// Its arguments.
    pub arguments: Vec<Argument<'a>>,
    /// Maps whose entries are further arguments.
    pub spread: Vec<Expression<'a>>,
    /// What stands between its tags.
    pub body: Vec<Node<'a>>,
}

/// A piece of a template.
#[derive(Debug)]
pub enum Node<'a> {
    /// `{{ value }}`
    Print(Expression<'a>),
    /// `if`, `elif`, `else`: conditions with their bodies.
    If(Vec<(Option<Expression<'a>>, Vec<Node<'a>>)>),
    /// `for` with its body and what stands in its place when there is nothing to run over.
    For(Each<'a>, Vec<Node<'a>>, Vec<Node<'a>>),
    /// `set name = value`, for the loop's round or for the whole template.
    Set(Token<'a>, Expression<'a>, bool),
    /// `set name` with a body; what its filters are given.
    Capture(Token<'a>, Vec<Expression<'a>>, Vec<Node<'a>>, bool),
    /// `filter`: what the filters are given, and the body.
    Filtered(Vec<Expression<'a>>, Vec<Node<'a>>),
    /// `block` with its name.
    Block(&'a str, Vec<Node<'a>>),
    /// `include` with the name of a template.
    Include(Token<'a>),
}

/// A component as it is defined.
#[derive(Debug)]
pub struct Component<'a> {
    /// The name, with its dots.
    pub name: String,
    /// Its arguments.
    pub parameters: Vec<Parameter<'a>>,
    /// The name under which it gets all further arguments.
    pub rest: Option<&'a str>,
    /// What it prints.
    pub body: Vec<Node<'a>>,
}

/// An argument of a component as it is declared.
#[derive(Debug)]
pub struct Parameter<'a> {
    /// Its name.
    pub name: &'a str,
    /// The declared type; empty without one.
    pub declared: &'a str,
    /// Whether it is taken from where the component is called when it is not given: `@name`.
    pub implicit: bool,
    /// Whether it may be left out.
    pub has_default: bool,
}

/// A whole template.
#[derive(Debug, Default)]
pub struct Template<'a> {
    /// The template it fills in.
    pub parent: Option<&'a str>,
    /// Its own pieces.
    pub nodes: Vec<Node<'a>>,
    /// The components it defines.
    pub components: Vec<Component<'a>>,
    /// Names that a loop hands on to its next round and to what follows (`set_global`).
    pub handed_on: Vec<&'a str>,
}

impl<'a> Template<'a> {
    /// The blocks by name, at any depth.
    pub fn block(&self, name: &str) -> Option<&[Node<'a>]> {
        find(&self.nodes, name)
    }
}

fn find<'t, 'a>(nodes: &'t [Node<'a>], name: &str) -> Option<&'t [Node<'a>]> {
    nodes.iter().find_map(|node| match node {
        Node::Block(own, body) if *own == name => Some(body.as_slice()),
        Node::Block(_, body) | Node::Capture(_, _, body, _) | Node::Filtered(_, body) => find(body, name),
        Node::If(branches) => branches.iter().find_map(|(_, body)| find(body, name)),
        Node::Print(Expression::Component(call)) => find(&call.body, name),
        _ => None,
    })
}
