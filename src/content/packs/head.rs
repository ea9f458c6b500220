//! What a pack says about itself.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use crate::content::found::{At, Sink};
use crate::content::raw;
use crate::domain::id::{is_kebab, slug};
use crate::domain::text::one_line;

use super::{MINE, SHIPPED};
use crate::problem::Severity;

/// The shape of file that this version reads.
const FORMAT: u32 = 1;

/// Longest title, in characters.
const MAX_TITLE: usize = 60;

/// Name and origin of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Head {
    /// Its id; made from the name of its file where it has none of its own.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version, empty where it has none.
    pub version: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// Under which license it may be used; may be empty.
    pub license: String,
    /// What it is about; may be empty.
    pub description: String,
    /// Whether it is in English, as far as it says.
    pub english: bool,
}

/// Looks at the shape of a file; `None` for one of a newer shape, of which nothing is read.
pub fn known(file: &raw::File, sink: &mut Sink) -> Option<()> {
    let Some(newer) = format(file).filter(|f| *f != FORMAT) else {
        return Some(());
    };
    let pack = At::top("pack");
    let at = match &file.pack {
        Some(_) => pack.key("format"),
        None => At::top("format"),
    };
    let what = format_args!("The file is of format {newer}; this version reads format {FORMAT}.");
    let hint = "Use a newer version of Greenroom, or write `format = 1`.";
    tell(sink, &at, what, hint);
    None
}

fn format(file: &raw::File) -> Option<u32> {
    let own = file.pack.as_ref().and_then(|pack| pack.format);
    own.or(file.format)
}

/// Reads the head of a file: its `[pack]` table, else its `title` and name.
pub fn head(own: Option<&str>, file_name: &str, file: &raw::File, sink: &mut Sink) -> Head {
    let head = match &file.pack {
        Some(pack) => declared(pack, format(file), sink),
        None => bare(file_name, file),
    };
    if let Some(own) = own {
        return Head {
            id: own.to_owned(),
            ..head
        };
    }
    if head.id == SHIPPED || head.id == MINE {
        let what = format_args!(
            "The id `{}` is kept for Greenroom's own questions.",
            head.id
        );
        tell(
            sink,
            &At::top("pack").key("id"),
            what,
            "Give the pack another id, or the file another name.",
        );
    }
    head
}

/// A file without `[pack]` is named after itself.
fn bare(file_name: &str, file: &raw::File) -> Head {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    let title = if file.title.is_empty() {
        stem
    } else {
        &file.title
    };
    Head {
        id: slug(stem, "pack"),
        title: short(title),
        english: true,
        ..Head::default()
    }
}

fn declared(pack: &raw::Pack, format: Option<u32>, sink: &mut Sink) -> Head {
    let at = At::top("pack");
    if format.is_none() {
        tell(
            sink,
            &at.key("format"),
            "`format` is missing in `[pack]`.",
            "Write `format = 1`.",
        );
    }
    complete(pack, &at, sink);
    Head {
        id: pack.id.clone(),
        title: short(&pack.title),
        version: short(&pack.version),
        author: short(&pack.author),
        license: short(&pack.license),
        description: one_line(&pack.description),
        english: pack.language.is_empty() || pack.language.starts_with("en"),
    }
}

/// Tells what is missing or cannot be.
fn complete(pack: &raw::Pack, at: &At, sink: &mut Sink) {
    let needed = [
        (
            "id",
            &pack.id,
            "Write a short name in lower-case letters, digits and hyphens: \"night-shift\".",
        ),
        ("title", &pack.title, "Write the name that people see."),
        (
            "version",
            &pack.version,
            "Write a version, such as \"1.0.0\".",
        ),
        (
            "author",
            &pack.author,
            "Write who made it; a nickname will do.",
        ),
        (
            "license",
            &pack.license,
            "Write a license such as \"CC-BY-4.0\", or \"private\".",
        ),
        (
            "language",
            &pack.language,
            "Write a language tag, such as \"en\".",
        ),
    ];
    for (name, value, hint) in needed {
        if value.trim().is_empty() {
            tell(
                sink,
                &at.key(name),
                format_args!("`{name}` is missing or empty in `[pack]`."),
                hint,
            );
        }
    }
    if !pack.id.is_empty() && !is_kebab(&pack.id) {
        let what = format_args!(
            "The pack's id {:?} is not a plain name.",
            one_line(&pack.id)
        );
        let hint = format!(
            "Use lower-case letters, digits and hyphens, such as `{}`.",
            slug(&pack.id, "my-pack")
        );
        tell(sink, &at.key("id"), what, hint);
    }
}

fn short(text: &str) -> String {
    one_line(text).chars().take(MAX_TITLE).collect()
}

fn tell(sink: &mut Sink, at: &At<'_>, what: impl Display, hint: impl Display) {
    sink.rule(("L34", Severity::Error), at, what, hint);
}
