//! Takes: page models, the theme's files, prose.
//! Gives: the bytes of each page.
//! Promises: text is escaped wherever it lands; charts are drawn the same on any machine.
//! Never: counts, sorts or decides what is shown.
//! Start reading at: the page loop, then [`chart`] and [`prose`].
