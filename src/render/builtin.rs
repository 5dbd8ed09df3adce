//! The built-in themes, carried in the program.

/// The theme of a site that names none, and the base of a theme that names none.
pub const DEFAULT: &str = "default";

/// A theme that the program carries.
#[derive(Debug)]
pub struct Builtin {
    /// Its name.
    pub name: &'static str,
    /// Its files, by their path inside the theme.
    pub files: &'static [(&'static str, &'static [u8])],
}

/// The theme of a name.
pub fn find(name: &str) -> Option<&'static Builtin> {
    THEMES.iter().find(|theme| theme.name == name)
}

macro_rules! theme {
    ($name:literal: $($path:literal),* $(,)?) => {
        Builtin {
            name: $name,
            files: &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/", $name, "/", $path)))),*],
        }
    };
}

/// All of them. The words of `default` are those of every theme.
pub static THEMES: [Builtin; 1] = [theme!["default":
    "assets/favicon.svg",
    "assets/style.css",
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
    "templates/team.html",
    "templates/teams.html",
    "words/en.toml",
    "words/zh.toml",
]];
