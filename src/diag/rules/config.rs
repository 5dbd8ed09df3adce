//! Faults of the step `config`.

super::rules! {}
