//! A page as a browser takes it apart: with the tokenizer of html5ever, not with ours.

use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, TokenizerResult,
};

/// What stands on a page.
#[derive(Default)]
pub struct Markup {
    /// Start tags in their order.
    pub tags: Vec<Tag>,
    /// All text that is no code, and the values of all attributes.
    pub words: String,
    /// What stands in scripts and styles.
    pub code: Vec<String>,
}

/// A start tag.
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Its attributes, entities decoded.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

impl Markup {
    /// Which elements there are, and with which attributes.
    pub fn shapes(&self) -> BTreeSet<(String, String)> {
        let of = |tag: &Tag| {
            let name = tag.name.clone();
            let names = tag.attributes.iter().map(|(attribute, _)| attribute.clone()).chain([String::new()]);
            names.map(move |attribute| (name.clone(), attribute)).collect::<Vec<_>>()
        };
        self.tags.iter().flat_map(of).collect()
    }
}

#[derive(Default)]
struct Sink {
    markup: Markup,
    in_code: bool,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&mut self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let attributes: Vec<(String, String)> = tag
                    .attrs
                    .iter()
                    .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
                    .collect();
                for (_, value) in &attributes {
                    self.markup.words.push_str(value);
                    self.markup.words.push('\n');
                }
                let name = tag.name.to_string();
                self.in_code = matches!(name.as_str(), "script" | "style");
                if self.in_code {
                    self.markup.code.push(String::new());
                }
                let state = match name.as_str() {
                    "script" => Some(ScriptData),
                    "style" | "iframe" | "noembed" | "noframes" | "xmp" => Some(Rawtext),
                    "title" | "textarea" => Some(Rcdata),
                    _ => None,
                };
                self.markup.tags.push(Tag { name, attributes });
                return state.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::TagToken(_) => self.in_code = false,
            Token::CharacterTokens(text) if self.in_code => {
                if let Some(code) = self.markup.code.last_mut() {
                    code.push_str(&text);
                }
            }
            Token::CharacterTokens(text) => self.markup.words.push_str(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Takes a page apart.
pub fn read(page: &str) -> Markup {
    let sink = Sink::default();
    let mut tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let mut queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(page));
    while let TokenizerResult::Script(()) = tokenizer.feed(&mut queue) {}
    tokenizer.end();
    tokenizer.sink.markup
}

#[test]
fn pages_are_taken_apart_as_browsers_do() {
    let markup = read("<title>a<b></title><p id=x title='&lt;'>1 &lt; 2<script src=a>'</p>'</script><br/>");
    let names: Vec<&str> = markup.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["title", "p", "script", "br"]);
    assert_eq!((markup.tags[1].value("title"), markup.code.as_slice()), ("<", &["'</p>'".to_owned()][..]));
    assert!(markup.words.contains("a<b>") && markup.words.contains("1 < 2"));
}
