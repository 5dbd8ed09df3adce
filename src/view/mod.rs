//! Takes: [`crate::guard::Cleared`], and nothing else about records.
//! Gives: one typed model per page: what it says, in which order, under which address.
//! Promises: everything a template prints is counted, sorted and worded here.
//! Never: HTML, SVG or a decision about looks.
//! Start reading at: [`routes`], then the page you are after.

pub mod chart;
pub mod expression;
pub mod facts;
pub mod front_matter;
