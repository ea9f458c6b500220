//! The library inside the binary: packed when the program is built, opened record by record when needed.

use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::lower::{Lower, Word as _, open};
use super::packed::{CardRow, Header, Row, SHELVES, shelves};
use super::raw::{self, Record};
use crate::domain::id::{CompetencyId, FamilyId, QuestionId, TopicId};
use crate::domain::library::{Card, Kind, Library, Seniority, Shelf, StageId};

static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.index"));
static BODIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bodies"));

/// The shipped library: the cards are read, everything else stays packed until it is asked for.
pub fn library() -> Library {
    let (header, mut index) = header();
    let names = Names::of(&header.names);
    let mut library = Library {
        version: header.version.to_owned(),
        ..Library::default()
    };
    library.cards.reserve_exact(header.cards as usize);
    for _ in 0..header.cards {
        library.cards.extend(card(&next(&mut index), &names));
    }
    let mut rows = header.rows.into_iter();
    macro_rules! fill_all {
        ({} $($array:ident $type:ident $shelf:ident,)+) => {
            $(fill::<raw::$type>(&mut library.$shelf, rows.next().unwrap_or(0), &mut index);)+
        };
    }
    shelves!(fill_all! {});
    library
}

/// The names of the content files, from `assets/library`. Their texts are not in the program.
pub fn files() -> Vec<&'static str> {
    header().0.files
}

/// The content files as written, with their names from `assets/library`.
#[cfg(test)]
pub fn sources() -> &'static [(&'static str, &'static str)] {
    include!(concat!(env!("OUT_DIR"), "/library_sources.rs"))
}

/// The day that "today" means for rules on age; empty when there is none.
pub fn content_date() -> &'static str {
    header().0.content_date
}

/// A record as it was packed, and where it was written.
#[derive(Debug)]
pub struct Stored<R> {
    /// The record.
    pub record: R,
    /// Place of its file in [`files`].
    pub file: usize,
    /// Place in its array in that file, from 0.
    pub at: usize,
}

/// A record as it was packed, to be changed; `None` when there is none.
pub fn raw<R: Record + DeserializeOwned>(id: &str) -> Option<R> {
    let row = rows(R::ARRAY).into_iter().find(|row| row.id == id)?;
    postcard::from_bytes(body(&row)).ok()
}

/// All records of a type as they were packed, to be checked.
pub fn stored<R: Record + DeserializeOwned>() -> Vec<Stored<R>> {
    let rows = rows(R::ARRAY).into_iter();
    let read = rows.filter_map(|row| {
        let record = postcard::from_bytes(body(&row)).ok()?;
        Some(Stored {
            record,
            file: usize::from(row.file),
            at: usize::from(row.at),
        })
    });
    read.collect()
}

/// The ids of every shelf.
pub fn ids() -> Vec<(&'static str, Vec<&'static str>)> {
    let ids = |array| rows(array).into_iter().map(|row| row.id).collect();
    SHELVES
        .into_iter()
        .map(|array| (array, ids(array)))
        .collect()
}

/// The rows of one shelf.
fn rows(array: &str) -> Vec<Row<'static>> {
    let (header, mut index) = header();
    for _ in 0..header.cards {
        next::<CardRow<'static>>(&mut index);
    }
    for (shelf, rows) in SHELVES.into_iter().zip(header.rows) {
        let rows: Vec<Row<'static>> = (0..rows).map(|_| next(&mut index)).collect();
        if shelf == array {
            return rows;
        }
    }
    Vec::new()
}

fn header() -> (Header<'static>, &'static [u8]) {
    postcard::take_from_bytes(INDEX).expect("the build script wrote the index with the same types")
}

/// Takes the next value off the index.
fn next<T: Deserialize<'static>>(index: &mut &'static [u8]) -> T {
    let (value, rest) = postcard::take_from_bytes(index)
        .expect("the build script wrote the index with the same types");
    *index = rest;
    value
}

fn fill<R: Record + Lower + DeserializeOwned>(
    shelf: &mut Shelf<R::Into>,
    rows: u32,
    index: &mut &'static [u8],
) {
    shelf.reserve(rows as usize);
    for _ in 0..rows {
        let row: Row<'static> = next(index);
        shelf.push_packed(row.id, body(&row), open::<R>);
    }
}

fn body(row: &Row<'_>) -> &'static [u8] {
    let start = row.start as usize;
    BODIES
        .get(start..start + row.len as usize)
        .unwrap_or_default()
}

/// The names that cards refer to, each made once for every type it may have.
struct Names {
    kinds: Vec<Option<Kind>>,
    stages: Vec<Option<StageId>>,
    seniority: Vec<Option<Seniority>>,
    competencies: Vec<CompetencyId>,
    roles: Vec<FamilyId>,
    topics: Vec<TopicId>,
}

impl Names {
    fn of(names: &[&str]) -> Self {
        Self {
            kinds: names.iter().map(|n| Kind::from_id(n)).collect(),
            stages: names.iter().map(|n| StageId::from_id(n)).collect(),
            seniority: names.iter().map(|n| Seniority::read(n)).collect(),
            competencies: names.iter().map(CompetencyId::new).collect(),
            roles: names.iter().map(FamilyId::new).collect(),
            topics: names.iter().map(TopicId::new).collect(),
        }
    }
}

/// The named entries of a list, one after the other.
fn pick<T: Clone>(from: &[T], places: &[u8]) -> Arc<[T]> {
    places
        .iter()
        .filter_map(|p| from.get(usize::from(*p)))
        .cloned()
        .collect()
}

/// A card; `None` for a kind that does not exist, which the linter reports.
fn card(row: &CardRow<'_>, names: &Names) -> Option<Card> {
    let kind = (*names.kinds.get(usize::from(row.kind))?)?;
    Some(Card {
        id: QuestionId::new(row.id),
        text: row.text.to_owned(),
        title: (!row.title.is_empty()).then(|| row.title.into()),
        kind,
        topic: row
            .topic
            .and_then(|t| names.topics.get(usize::from(t)).cloned()),
        competencies: pick(&names.competencies, row.competencies),
        stages: row
            .stages
            .iter()
            .filter_map(|s| *names.stages.get(usize::from(*s))?)
            .collect(),
        roles: pick(&names.roles, row.roles),
        seniority: row
            .seniority
            .iter()
            .filter_map(|s| *names.seniority.get(usize::from(*s))?)
            .collect(),
        difficulty: if row.difficulty == 0 {
            2
        } else {
            row.difficulty
        },
        max_s: if row.max_s == 0 {
            kind.window().max
        } else {
            row.max_s
        },
        variants: row.variants,
        standard: row.standard,
        pack: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::found::{At, Sink};
    use crate::domain::level::Level;
    use crate::domain::library::{DrillMode, Kind, Link};
    use crate::domain::practice::history::History;
    use crate::domain::practice::pick::{Draw, Filter, Order, Steer, other_trades};
    use crate::domain::practice::proof::fitting;
    use crate::domain::practice::record::Planned;
    use crate::domain::practice::sample;
    use crate::domain::practice::schedule::Schedule;
    use chrono::NaiveDate;

    #[test]
    fn the_sample_answers_find_more_of_what_they_say_and_hardly_anything_that_they_lack() {
        let library = library();
        let (mut found, mut wrong) = (0, 0);
        let (mut all_said, mut all_lacked) = (0, 0);
        for exemplar in library.exemplars.iter() {
            let question = library.questions.get(exemplar.question.as_str());
            let points = question.expect("its question").strong.clone();
            for (n, point) in (1..).zip(&points) {
                let said = exemplar.hit.contains(&n) || exemplar.half.contains(&n);
                *(if said { &mut all_said } else { &mut all_lacked }) += 1;
                if fitting(&point.text, &exemplar.text).is_some() {
                    *(if said { &mut found } else { &mut wrong }) += 1;
                }
            }
        }
        // Before other words for the same thing counted these were 27 and 11 percent.
        let (found, wrong) = (found * 100 / all_said, wrong * 100 / all_lacked);
        assert!(found >= 35 && wrong <= 22, "{found} found, {wrong} wrong");
    }

    #[test]
    fn a_school_leaver_is_asked_what_a_school_leaver_can_answer() {
        let library = library();
        let (history, steer) = (History::default(), Steer::default());
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
        let schedule = Schedule::of(&history, &library, None, today);
        for (name, order) in [
            ("early-career", Order::Helps),
            ("early-career", Order::Random),
            ("trades", Order::Helps),
        ] {
            let family = FamilyId::new(name);
            let filter = Filter {
                family: Some(family.clone()),
                ..Filter::default()
            };
            for seed in 0..60 {
                let draw = Draw {
                    library: &library,
                    history: &history,
                    schedule: &schedule,
                    steer: &steer,
                    filter: &filter,
                    order,
                    count: 6,
                    seed,
                    today,
                };
                let plan = draw.plan();
                let card = |planned: &Planned| library.card(planned.question.as_str());
                let cards: Vec<&Card> = plan.iter().filter_map(card).collect();
                let own = cards.iter().filter(|c| c.roles.contains(&family)).count();
                assert!(own >= 3, "{name} {seed}: {own} of the field");
                for card in cards {
                    let offer = card.kind == Kind::Negotiation && card.stages.len() == 1;
                    assert!(!offer, "nobody made an offer: {}", card.id);
                    let level = &card.seniority;
                    let entry = level.is_empty() || level.contains(&Seniority::Entry);
                    let met = entry && !card.id.as_str().contains("-quit-");
                    assert!(met || name != "early-career", "{}", card.id);
                }
            }
        }
    }

    #[test]
    fn the_words_of_a_role_say_which_part_of_a_field_it_is() {
        let library = library();
        let others = |role: &str| other_trades(&library, [role]);
        let has = |role: &str, topic: &str| others(role).contains(&TopicId::new(topic));
        let role = "Maintenance electrician, shifts";
        for (topic, other) in [
            ("electrical", false),
            ("plant", false),
            ("welding", true),
            ("wood", true),
        ] {
            assert_eq!(has(role, topic), other, "{topic}");
        }
        assert!(has("Welder", "electrical") && !has("Welder", "welding"));
        assert!(others("Staff nurse").is_empty());
    }

    #[test]
    fn a_task_with_facts_before_it_has_a_short_name() {
        for question in library().questions.iter() {
            let task = question.kind.window().max > 240 || question.kind == Kind::RolePlay;
            let named = question.setup.is_empty() || !question.title.is_empty();
            assert!(!task || named, "{}", question.id);
        }
    }

    #[test]
    fn every_card_opens_to_its_question() {
        let library = library();
        assert_eq!(library.cards.len(), library.questions.len());
        for card in &library.cards {
            let question = library
                .questions
                .get(card.id.as_str())
                .expect("a card of a question");
            assert_eq!((&question.text, question.kind), (&card.text, card.kind));
            assert_eq!(question.competencies[..], card.competencies[..]);
            assert_eq!(question.stages[..], card.stages[..]);
            assert_eq!(question.window.max, card.max_s);
            assert_eq!(question.variants.len(), usize::from(card.variants));
        }
    }

    #[test]
    fn the_packed_records_are_those_of_the_files() {
        let library = library();
        for (name, text) in sources() {
            let file: raw::File = toml::from_str(text).expect(name);
            for question in file.question {
                let id = question.id.clone();
                let lowered = question.lower(&At::top("question"), &mut Sink::deaf());
                assert_eq!(
                    library.questions.get(&id).as_deref(),
                    Some(&lowered),
                    "{id}"
                );
            }
        }
    }

    #[test]
    fn every_record_opens_and_says_who_it_is() {
        let library = library();
        let mut opened = 0;
        macro_rules! open_all {
            ({} question $q:ident $qs:ident, stage $s:ident $ss:ident, $($array:ident $type:ident $shelf:ident,)+) => {
                $(for (id, record) in library.$shelf.ids().zip(library.$shelf.iter()) {
                    assert_eq!(record.id.as_str(), id);
                    opened += 1;
                })+
            };
        }
        shelves!(open_all! {});
        assert!(opened > 400, "{opened}");
    }

    #[test]
    fn links_lead_somewhere() {
        let library = library();
        let mut links: Vec<String> = Vec::new();
        for plan in library.plans.iter() {
            links.extend(plan.steps.iter().map(|step| step.link.clone()));
        }
        for scenario in library.scenarios.iter() {
            links.extend(scenario.ends().map(|end| end.next.clone()));
        }
        for blueprint in library.blueprints.iter() {
            let fixed = blueprint.sections.iter().flat_map(|s| &s.fixed);
            links.extend(fixed.cloned());
        }
        links.retain(|link| !link.is_empty());
        assert!(links.len() > 100, "{}", links.len());
        for link in links {
            assert!(library.link(&link).is_some(), "{link}");
        }
        let to = |link| library.link(link);
        assert_eq!(to("panel"), Some(Link::Stage(StageId::Panel)));
        assert_eq!(to("one-way"), Some(Link::Drill(DrillMode::OneWay)));
        assert_eq!(to("no-such-thing"), None);
    }

    #[test]
    fn a_next_step_is_said_in_words_of_the_kind_and_the_field() {
        let library = library();
        let step = |id: &str, level: Level, kind: Kind, field: &str| {
            let mut question = sample::question("q-a", kind);
            question.roles = vec![FamilyId::new(field)];
            let dimension = library.dimensions.get(id).expect("a dimension");
            dimension.advice(level, &question).to_owned()
        };
        let stuck = |field: &str| step("method", Level::Partly, Kind::Technical, field);
        assert!(stuck("software").contains("halve"), "a machine may be");
        assert!(stuck("nursing").contains("the patient"), "a person may not");
        assert!(stuck("finance").contains("what is certain"));
        let ending = |kind: Kind| step("insight", Level::NotYet, kind, "nursing");
        assert!(ending(Kind::Motivation).contains("a usual day"));
        assert!(ending(Kind::Behavioral).contains("what you learned"));
        let plan = step("specificity", Level::Partly, Kind::Situational, "nursing");
        assert!(plan.contains("steps in order"));
    }
}
