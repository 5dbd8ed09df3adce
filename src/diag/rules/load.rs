//! Faults of the step `load`.

super::rules! {}
