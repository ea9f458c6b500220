//! Packs `assets/library` into two compact blocks, so that the program starts without parsing it.
//!
//! The records are read with the program's own types (`src/content/raw.rs`): a file that does not have their
//! shape stops the build with its name and line.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Serialize;

#[path = "../content/packed.rs"]
mod packed;
#[expect(dead_code, unused_imports, reason = "the program uses the rest")]
#[path = "../content/raw.rs"]
mod raw;

use packed::{CardRow, Header, Row, SHELVES, shelves};
use raw::Record;

/// Writes index, bodies and the list of sources into the build folder.
pub fn prepare() {
    println!("cargo::rerun-if-changed=src/content/raw.rs");
    println!("cargo::rerun-if-changed=src/content/raw");
    println!("cargo::rerun-if-changed=src/content/packed.rs");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("assets/library");
    let files = read(&root);
    let out = PathBuf::from(variable("OUT_DIR"));
    let (index, bodies) = pack(&files);
    write(&out.join("library.index"), &index);
    write(&out.join("library.bodies"), &bodies);
    write(&out.join("library_sources.rs"), sources(&files).as_bytes());
}

/// A variable that cargo sets for build scripts.
pub fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|e| panic!("cargo sets {name}: {e}"))
}

/// Writes a file.
pub fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|e| panic!("cannot write {}: {e}", path.display()));
}

/// All content files with their names from the library's folder, in the order of these names.
fn read(root: &Path) -> Vec<(String, raw::File)> {
    let mut paths = Vec::new();
    list(root, &mut paths);
    let mut files: Vec<(String, raw::File)> = paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|e| panic!("cannot read {}: {e}", path.display()));
            let file = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (name(root, &path), file)
        })
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}

/// Adds all TOML files of a folder and the folders in it.
pub fn list(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(&path, into);
        } else if path.extension().is_some_and(|e| e == "toml") {
            into.push(path);
        }
    }
}

/// The path of a file from the root, with `/` on every system.
pub fn name(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).iter();
    parts
        .map(|p| p.to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Bodies one after another, and the rows that say where each is.
#[derive(Default)]
struct Bodies<'a> {
    bytes: Vec<u8>,
    rows: Vec<Row<'a>>,
    counts: [u32; SHELVES.len()],
}

impl<'a> Bodies<'a> {
    fn shelf<R: Record + Serialize + 'a>(
        &mut self,
        files: &'a [(String, raw::File)],
        array: fn(&raw::File) -> &[R],
    ) {
        for (file, (_, content)) in files.iter().enumerate() {
            for (at, record) in array(content).iter().enumerate() {
                let body = encode(record);
                self.rows.push(Row {
                    id: record.id(),
                    start: small(self.bytes.len()),
                    len: small(body.len()),
                    file: small(file),
                    at: small(at),
                });
                self.bytes.extend(body);
                self.counts[place(R::ARRAY)] += 1;
            }
        }
    }
}

fn place(array: &str) -> usize {
    SHELVES
        .iter()
        .position(|s| *s == array)
        .unwrap_or_else(|| panic!("{array} is not a shelf"))
}

fn small<N: TryFrom<usize>>(n: usize) -> N {
    N::try_from(n).unwrap_or_else(|_| panic!("{n} does not fit into the index"))
}

fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_else(|e| panic!("cannot pack a record: {e}"))
}

fn pack(files: &[(String, raw::File)]) -> (Vec<u8>, Vec<u8>) {
    let mut bodies = Bodies::default();
    macro_rules! put {
        ({} $($array:ident $type:ident $shelf:ident,)+) => {
            $(bodies.shelf(files, |f| &f.$array);)+
        };
    }
    shelves!(put! {});
    let mut names = Names::default();
    let questions = files.iter().flat_map(|(_, f)| &f.question);
    let cards: Vec<Vec<u8>> = questions.map(|q| names.card(q)).collect();
    let mut index = encode(&Header {
        version: meta(files).map_or("", |p| &p.version),
        content_date: content_date(files),
        files: files.iter().map(|(name, _)| name.as_str()).collect(),
        names: names.0,
        cards: small(cards.len()),
        rows: bodies.counts,
    });
    index.extend(cards.into_iter().flatten());
    index.extend(bodies.rows.iter().flat_map(encode));
    (index, bodies.bytes)
}

fn meta(files: &[(String, raw::File)]) -> Option<&raw::Pack> {
    files.iter().find_map(|(_, f)| f.pack.as_ref())
}

fn content_date(files: &[(String, raw::File)]) -> &str {
    let inside = meta(files).and_then(|p| p.content_date.as_ref());
    let above = files.iter().find_map(|(_, f)| f.content_date.as_ref());
    inside.or(above).map_or("", |d| &d.0)
}

/// Every id that cards name, once.
#[derive(Default)]
struct Names<'a>(Vec<&'a str>);

impl<'a> Names<'a> {
    fn place(&mut self, name: &'a str) -> u8 {
        let known = self.0.iter().position(|n| *n == name);
        small(known.unwrap_or_else(|| {
            self.0.push(name);
            self.0.len() - 1
        }))
    }

    fn places(&mut self, names: &'a [String]) -> Vec<u8> {
        names.iter().map(|n| self.place(n)).collect()
    }

    fn card(&mut self, q: &'a raw::Question) -> Vec<u8> {
        encode(&CardRow {
            id: &q.id,
            text: &q.text,
            title: &q.title,
            kind: self.place(&q.kind),
            topic: (!q.topic.is_empty()).then(|| self.place(&q.topic)),
            competencies: &self.places(&q.competencies),
            stages: &self.places(&q.stages),
            roles: &self.places(&q.roles),
            seniority: &self.places(&q.seniority),
            difficulty: q.difficulty.unwrap_or(0),
            max_s: q.max_s.unwrap_or(0),
            variants: small(q.variants.len()),
            standard: q.standard,
        })
    }
}

/// A list of all files with their texts, for tests that hold the packed records against the words as written.
fn sources(files: &[(String, raw::File)]) -> String {
    texts("library", files.iter().map(|(name, _)| name.as_str()))
}

/// A list of files of a folder in `assets`, each with its text.
pub fn texts<'a>(folder: &str, names: impl Iterator<Item = &'a str>) -> String {
    let rows: Vec<String> = names
        .map(|name| {
            let file = format!("/assets/{folder}/{name}");
            format!("({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {file:?}))),")
        })
        .collect();
    format!("&[\n{}\n]\n", rows.join("\n"))
}
