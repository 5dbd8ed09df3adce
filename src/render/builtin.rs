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
    ($name:literal: $($path:literal),+ $(,)? $(; of $other:literal: $($shared:literal),* $(,)?)?) => {
        Builtin {
            name: $name,
            files: &[
                $(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/", $name, "/", $path))),)*
                $($(($shared, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/", $other, "/", $shared)))),*)?
            ],
        }
    };
}

/// All of them. The words of `default` are those of every theme.
pub static THEMES: [Builtin; 2] = [
    theme![
        "default":
        "assets/favicon.svg",
        "assets/search.js",
        "assets/sheets.css",
        "assets/style.css",
        "assets/tables.js",
        "templates/404.html",
        "templates/base.html",
        "templates/chart.html",
        "templates/communities.html",
        "templates/community.html",
        "templates/components.html",
        "templates/data.html",
        "templates/document.html",
        "templates/figures.html",
        "templates/home.html",
        "templates/issues.html",
        "templates/methods.html",
        "templates/notice.html",
        "templates/notices.html",
        "templates/page.html",
        "templates/place.html",
        "templates/poster.html",
        "templates/project.html",
        "templates/projects.html",
        "templates/reported.html",
        "templates/reported_place.html",
        "templates/search.html",
        "templates/sheet.html",
        "templates/sheets.html",
        "templates/slips.html",
        "templates/sorted.html",
        "templates/team.html",
        "templates/teams.html",
        "words/en.toml",
        "words/zh.toml",
    ],
    theme![
        "plain":
        "assets/favicon.svg",
        "assets/style.css",
        "templates/404.html",
        "templates/base.html",
        "templates/chart.html",
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
        "templates/sheets.html",
        "templates/sorted.html",
        "templates/team.html",
        "templates/teams.html";
        // Paper is the same in every theme.
        of "default":
        "assets/sheets.css",
        "templates/document.html",
        "templates/poster.html",
        "templates/sheet.html",
        "templates/slips.html",
    ],
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the folder is compared with what the program carries")]
    fn every_file_of_a_built_in_theme_is_carried() {
        for theme in &THEMES {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes").join(theme.name);
            let mut found = BTreeSet::new();
            for inside in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()) {
                for file in std::fs::read_dir(folder.join(&inside)).unwrap() {
                    found.insert(format!(
                        "{}/{}",
                        inside.to_string_lossy(),
                        file.unwrap().file_name().to_string_lossy()
                    ));
                }
            }
            let carried: BTreeSet<String> = theme.files.iter().map(|(path, _)| (*path).to_owned()).collect();
            assert!(found.is_subset(&carried), "{}: {found:?}", theme.name);
            // What it has of another theme is that theme's to carry.
            let shared = |path: &&String| find(DEFAULT).unwrap().files.iter().any(|(other, _)| other == path);
            assert!(theme.name != DEFAULT || found == carried);
            assert!(carried.difference(&found).all(|path| shared(&path)), "{}: {carried:?}", theme.name);
        }
    }
}
