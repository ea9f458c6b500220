//! `greenroom pack`: question packs are written, added, listed, shown and taken away.

mod add;
mod list;
mod new;
mod preview;
mod remove;

use super::args::PackCommand;
use super::world::{Exit, World};
use crate::content::layers::{self, Read};
use crate::content::packs::{self, Bundle, Listed, Pack};
use crate::problem::Problem;
use crate::store::home::{Home, PackFile, SourceFile, Sources};
use crate::store::layout;

/// Has the right command act.
pub fn run(command: &PackCommand, world: &mut World<'_, '_>) -> Exit {
    match command {
        PackCommand::New(args) => new::run(args, world),
        PackCommand::Add(args) => add::run(args, world),
        PackCommand::List(args) => list::run(args, world),
        PackCommand::Remove(args) => remove::run(args, world),
        PackCommand::Preview(args) => preview::run(args, world),
    }
}

/// A file as the content room takes it.
fn named(file: &SourceFile) -> (&str, &str) {
    (&file.path, &file.text)
}

/// The packs of the home, and what could not even be opened.
pub struct Installed {
    /// The packs, as far as they can be read.
    pub packs: Vec<Read>,
    /// Bytes of all their files.
    bytes: u64,
    problems: Vec<Problem>,
}

impl Installed {
    /// Reads them.
    pub fn read(home: &Home) -> Self {
        let mut problems = Vec::new();
        let Sources { packs: files, .. } = home.load_sources(&mut problems);
        let named: Vec<_> = files.iter().map(named).collect();
        let bytes = files.iter().map(|file| file.text.len() as u64).sum();
        Self {
            packs: layers::read(&packs::inside(layout::PACKS, &named), None),
            bytes,
            problems,
        }
    }

    /// Notes that a pack lies in the home now.
    fn put(&mut self, files: &[PackFile], pack: Pack) {
        let named: Vec<_> = files
            .iter()
            .map(|f| (f.path.as_str(), f.text.as_str()))
            .collect();
        let name = layout::pack(&pack.head.id);
        let bundle = Bundle {
            name: &name,
            files: named,
        };
        let read = Read {
            listed: Listed::whole(&bundle, &pack),
            pack: Some(pack),
        };
        self.bytes += files.iter().map(|file| file.text.len() as u64).sum::<u64>();
        let id = &read.listed.head.id;
        let old = self
            .packs
            .iter()
            .position(|known| known.listed.head.id == *id);
        match old {
            Some(at) => self.packs[at] = read,
            None => self.packs.push(read),
        }
    }

    /// The pack with an id; one that cannot be read goes by the name of its file.
    pub fn find(&self, id: &str) -> Option<&Read> {
        self.packs.iter().find(|read| read.listed.head.id == id)
    }
}
