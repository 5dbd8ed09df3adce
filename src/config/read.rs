//! Reading `site.toml`.
