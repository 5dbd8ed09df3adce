//! The site folder: finding, reading once, hashing.
