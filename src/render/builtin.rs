//! The built-in theme, carried in the program.

/// Its name.
pub const NAME: &str = "default";

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        /// Its files, by their path inside the theme.
        pub static FILES: &[(&str, &[u8])] =
            &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $path)))),*];
    };
}

files![];
