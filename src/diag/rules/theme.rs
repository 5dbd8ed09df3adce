//! Faults of the step `theme`.

super::rules! {}
