//! Addresses from names.
