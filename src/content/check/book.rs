//! The records that are checked together, each with the place where it was written.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use crate::content::found::{At, Sink};
use crate::content::packs::{Origin, Prepared};
use crate::content::raw::{
    Ask, Blueprint, Checklist, Competency, Dimension, Exemplar, Family, Framework, Interviewer,
    Item, Panel, Perspective, Plan, Question, Record, Scenario, Stage, StoryPrompt, Template,
    Topic,
};
use crate::content::read::{Reading, read};
use crate::content::shipped::{self, Stored};

use super::out::Out;

/// A record and where it was written.
#[derive(Debug)]
pub struct Placed<R> {
    /// The record.
    pub record: R,
    /// Place of its file in the list of files.
    pub file: usize,
    origin: Origin,
}

impl<R: Record> Placed<R> {
    /// The record at a place in its array (from 0) in a file.
    pub const fn new(record: R, file: usize, at: usize) -> Self {
        Self {
            record,
            file,
            origin: Origin::Record(at),
        }
    }

    /// Shows the record with its path.
    pub fn show<T>(&self, look: impl FnOnce(&R, &At<'_>) -> T) -> T {
        self.origin.with(R::ARRAY, |at| look(&self.record, at))
    }
}

/// All records of the library, or of one pack.
#[derive(Debug, Default)]
pub struct Book {
    /// The day that "today" means; empty when nobody says.
    pub date: String,
    /// How many files there are.
    pub files: usize,
    pub questions: Vec<Placed<Question>>,
    pub stages: Vec<Placed<Stage>>,
    pub competencies: Vec<Placed<Competency>>,
    pub dimensions: Vec<Placed<Dimension>>,
    pub families: Vec<Placed<Family>>,
    pub frameworks: Vec<Placed<Framework>>,
    pub topics: Vec<Placed<Topic>>,
    pub checklists: Vec<Placed<Checklist>>,
    pub perspectives: Vec<Placed<Perspective>>,
    pub asks: Vec<Placed<Ask>>,
    pub personas: Vec<Placed<Interviewer>>,
    pub items: Vec<Placed<Item>>,
    pub exemplars: Vec<Placed<Exemplar>>,
    pub scenarios: Vec<Placed<Scenario>>,
    pub panels: Vec<Placed<Panel>>,
    pub blueprints: Vec<Placed<Blueprint>>,
    pub templates: Vec<Placed<Template>>,
    pub plans: Vec<Placed<Plan>>,
    pub story_prompts: Vec<Placed<StoryPrompt>>,
}

/// Says one thing for every array of a book.
macro_rules! each_shelf {
    ($book:expr, |$records:ident| $body:expr) => {
        $crate::content::check::book::each_shelf! { @ $book, $records, $body,
            questions stages competencies dimensions families frameworks topics checklists perspectives asks personas
            items exemplars scenarios panels blueprints templates plans story_prompts
        }
    };
    (@ $book:expr, $records:ident, $body:expr, $($array:ident)+) => {
        $({
            let $records = &$book.$array;
            $body
        })+
    };
}
pub(super) use each_shelf;

impl Book {
    /// The library inside the program.
    pub fn shipped() -> Self {
        Self {
            date: shipped::content_date().to_owned(),
            files: shipped::sources().len(),
            questions: stored(),
            stages: stored(),
            competencies: stored(),
            dimensions: stored(),
            families: stored(),
            frameworks: stored(),
            topics: stored(),
            checklists: stored(),
            perspectives: stored(),
            asks: stored(),
            personas: stored(),
            items: stored(),
            exemplars: stored(),
            scenarios: stored(),
            panels: stored(),
            blueprints: stored(),
            templates: stored(),
            plans: stored(),
            story_prompts: stored(),
        }
    }

    /// A folder that holds the library, read from its files. Records that could not be read have told so.
    pub fn library<T: AsRef<str>>(files: &[(String, T)], sink: &mut Sink) -> Self {
        let mut book = Self {
            files: files.len(),
            ..Self::default()
        };
        for (place, (_, text)) in files.iter().enumerate() {
            sink.file = place;
            if let Some(reading) = read(text.as_ref(), sink) {
                book.shelve(reading, place);
            }
        }
        book
    }

    /// Puts the records of a file behind those that are there.
    fn shelve(&mut self, reading: Reading, place: usize) {
        let Reading { file, broken } = reading;
        let inside = file
            .pack
            .as_ref()
            .and_then(|pack| pack.content_date.as_ref());
        if let Some(date) = inside.or(file.content_date.as_ref()) {
            self.date.clone_from(&date.0);
        }
        behind(&mut self.questions, file.question, place, &broken);
        behind(&mut self.stages, file.stage, place, &broken);
        behind(&mut self.competencies, file.competency, place, &broken);
        behind(&mut self.dimensions, file.dimension, place, &broken);
        behind(&mut self.families, file.family, place, &broken);
        behind(&mut self.frameworks, file.framework, place, &broken);
        behind(&mut self.topics, file.topic, place, &broken);
        behind(&mut self.checklists, file.checklist, place, &broken);
        behind(&mut self.perspectives, file.perspective, place, &broken);
        behind(&mut self.asks, file.ask, place, &broken);
        behind(&mut self.personas, file.persona, place, &broken);
    }

    /// One pack. Records that could not be read have told so and are not looked at again.
    pub fn pack(prepared: &Prepared) -> Self {
        let questions = prepared.placed_questions();
        let file = &prepared.file;
        Self {
            date: shipped::content_date().to_owned(),
            files: 1,
            questions: questions
                .map(|(record, origin)| Placed {
                    record,
                    file: 0,
                    origin,
                })
                .collect(),
            stages: own(prepared, &file.stage),
            competencies: own(prepared, &file.competency),
            dimensions: own(prepared, &file.dimension),
            families: own(prepared, &file.family),
            frameworks: own(prepared, &file.framework),
            topics: own(prepared, &file.topic),
            checklists: own(prepared, &file.checklist),
            perspectives: own(prepared, &file.perspective),
            asks: own(prepared, &file.ask),
            personas: own(prepared, &file.persona),
            items: own(prepared, &file.item),
            exemplars: own(prepared, &file.exemplar),
            scenarios: own(prepared, &file.scenario),
            panels: own(prepared, &file.panel),
            blueprints: own(prepared, &file.blueprint),
            templates: own(prepared, &file.template),
            plans: own(prepared, &file.plan),
            story_prompts: own(prepared, &file.story_prompt),
        }
    }
}

fn stored<R: Record + DeserializeOwned>() -> Vec<Placed<R>> {
    let stored = shipped::stored::<R>().into_iter();
    stored
        .map(|Stored { record, file, at }| Placed::new(record, file, at))
        .collect()
}

/// Adds the records of a file that could be read.
fn behind<R: Record>(
    shelf: &mut Vec<Placed<R>>,
    records: Vec<R>,
    place: usize,
    broken: &HashSet<(&'static str, usize)>,
) {
    let records = records.into_iter().enumerate();
    let whole = records.filter(|(at, _)| !broken.contains(&(R::ARRAY, *at)));
    shelf.extend(whole.map(|(at, record)| Placed::new(record, place, at)));
}

fn own<R: Record + Clone>(prepared: &Prepared, records: &[R]) -> Vec<Placed<R>> {
    let records = records.iter().enumerate();
    let whole = records.filter(|(at, _)| prepared.is_whole(R::ARRAY, *at));
    whole
        .map(|(at, record)| Placed::new(record.clone(), 0, at))
        .collect()
}

/// Shows each record of a list to a rule.
pub fn each<R: Record>(
    list: &[Placed<R>],
    out: &mut Out<'_>,
    mut look: impl FnMut(&R, &At<'_>, &mut Out<'_>),
) {
    for placed in list {
        out.enter(&placed.record, placed.file);
        placed.show(|record, at| look(record, at, out));
    }
}
