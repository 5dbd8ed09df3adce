//! Faults of the step `content`.

super::rules! {}
