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

files![
    "assets/favicon.svg",
    "assets/search.js",
    "assets/style.css",
    "assets/tables.js",
    "templates/404.html",
    "templates/base.html",
    "templates/communities.html",
    "templates/community.html",
    "templates/components.html",
    "templates/data.html",
    "templates/figures.html",
    "templates/home.html",
    "templates/issues.html",
    "templates/methods.html",
    "templates/notice.html",
    "templates/notices.html",
    "templates/page.html",
    "templates/place.html",
    "templates/project.html",
    "templates/projects.html",
    "templates/reported.html",
    "templates/reported_place.html",
    "templates/search.html",
    "templates/sorted.html",
    "templates/team.html",
    "templates/teams.html",
    "words/en.toml",
    "words/zh.toml",
];
