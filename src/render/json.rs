//! Figures and descriptions for machines.

use serde::Serialize;

use super::File;
use crate::view::subject_file::SubjectFile;
use crate::view::{View, routes};

/// `datapackage.json`
#[must_use]
pub fn package(view: &View<'_>) -> File {
    File { address: routes::DATA_PACKAGE.to_owned(), bytes: bytes(&view.data_package(), serde_json::to_vec_pretty) }
}

/// The figures of one community, roll-up or team.
#[must_use]
pub fn subject(file: &SubjectFile) -> File {
    File { address: file.address.clone(), bytes: bytes(file, serde_json::to_vec) }
}

/// These are plain structs of strings and numbers: writing them into memory cannot fail.
fn bytes<T: Serialize>(value: &T, write: fn(&T) -> serde_json::Result<Vec<u8>>) -> Vec<u8> {
    let mut bytes = write(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
