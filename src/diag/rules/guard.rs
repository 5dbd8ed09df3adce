//! Faults of the step `guard`.

super::rules! {}
