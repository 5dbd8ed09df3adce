//! Faults of the step `publish`.

super::rules! {}
