//! The parts of a mock in its form: seven fields each, and always one more that is free.

use super::{PARTS, USUAL};
use crate::domain::id::{BlueprintId, CompetencyId, PersonaId, QuestionId, ScenarioId, TopicId};
use crate::domain::library::{
    Blueprint, Card, Feedback, ItemKind, Kind, Library, Pick, PickItems, Section, StageId,
};
use crate::domain::practice::pick::MINE;
use crate::panes::words;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

/// Fields of one part: title, minutes, kinds, what about, a talk or items, how many, follow-ups.
const EACH: usize = 7;
const MINUTES_AT: usize = 1;
const ASKS: usize = 2;
const ABOUT: usize = 3;
const HOLDS: usize = 4;
const COUNT_AT: usize = 5;
const PROBES_AT: usize = 6;

/// Most parts, and fewest.
const MOST: usize = 16;
const FEWEST: usize = 2;

/// Longest part in minutes, and most questions of one.
const MINUTES: u32 = 600;
const COUNT: u32 = 24;

/// Most follow-ups to a question.
const PROBES: u8 = 3;

/// Seconds to think and to answer where nobody is there, as most such formats have it.
const ONE_WAY: (u32, u32) = (30, 90);

/// The topic of closings in which the candidate asks.
const YOUR_QUESTIONS: &str = "your-questions";

/// What a part can be about, and what it can hold beside questions.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    competencies: Vec<(CompetencyId, String)>,
    holds: Vec<(Holds, String)>,
}

/// What a part opens with.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Holds {
    Nothing,
    Items(ItemKind),
    Talk(ScenarioId),
    /// A question that the user or a pack has added.
    Question(QuestionId),
}

impl Offers {
    /// What the library has.
    pub fn of(library: &Library) -> Self {
        let competencies = library.competencies.iter();
        let talks = library.scenarios.iter();
        let mut holds = vec![
            (Holds::Nothing, "its questions".to_owned()),
            (
                Holds::Items(ItemKind::Judgment),
                "judgment questions".to_owned(),
            ),
            (
                Holds::Items(ItemKind::SelfReport),
                "work-style statements".to_owned(),
            ),
        ];
        holds.extend(talks.map(|t| (Holds::Talk(t.id.clone()), format!("talk: {}", t.title))));
        // One's own come before those of packs, each found by typing its first letters.
        let mut added: Vec<&Card> = library.cards.iter().filter(|c| c.pack.is_some()).collect();
        added.sort_by_key(|card| card.pack.as_deref() != Some(MINE));
        holds.extend((added.into_iter()).map(|c| (Holds::Question(c.id.clone()), c.text.clone())));
        Self {
            competencies: competencies
                .map(|c| (c.id.clone(), c.title.clone()))
                .collect(),
            holds,
        }
    }

    /// What a part has, by its place.
    fn place(&self, section: Option<&Section>) -> usize {
        let held = |(holds, _): &(Holds, String)| match (holds, section) {
            (Holds::Items(kind), Some(s)) => s.items.is_some_and(|i| i.kind == *kind),
            (Holds::Talk(id), Some(s)) => s.fixed.iter().any(|f| f == id.as_str()),
            (Holds::Question(id), Some(s)) => s.fixed.iter().any(|f| f == id.as_str()),
            _ => false,
        };
        self.holds.iter().position(held).unwrap_or(0)
    }
}

/// What a new mock begins with: a short talk that can be kept as it is.
pub fn first() -> Blueprint {
    let section = |title: &str, minutes, kind, count, probes| Section {
        title: title.to_owned(),
        minutes,
        pick: Some(Pick {
            kinds: vec![kind],
            count,
            ..no_pick()
        }),
        probes,
        ..blank()
    };
    Blueprint {
        id: BlueprintId::new(""),
        title: String::new(),
        stage: StageId::InPerson,
        families: Vec::new(),
        seniority: Vec::new(),
        minutes: 0,
        feedback: Feedback::End,
        persona: Some(PersonaId::new(USUAL)),
        panel: None,
        conditions: Vec::new(),
        sections: vec![
            section("Who you are", 3, Kind::Opener, 1, 0),
            section("What you have done", 12, Kind::Behavioral, 3, 2),
            section("Your questions", 5, Kind::Closing, 1, 0),
        ],
        must_include: Vec::new(),
        pass_note: String::new(),
    }
}

fn no_pick() -> Pick {
    Pick {
        kinds: Vec::new(),
        competencies: Vec::new(),
        topics: Vec::new(),
        difficulty: Vec::new(),
        from: Vec::new(),
        count: 1,
    }
}

fn blank() -> Section {
    Section {
        title: String::new(),
        minutes: 5,
        focus: Vec::new(),
        ask: String::new(),
        pick: None,
        items: None,
        fixed: Vec::new(),
        prep_s: None,
        answer_s: None,
        takes: None,
        probes: 0,
        persona: None,
    }
}

/// Adds the fields of one more part: of one that is there, or free ones.
pub fn add(form: &mut Form, offers: &Offers, section: Option<&Section>) {
    let n = (form.fields.len() - PARTS) / EACH + 1;
    let pick = section.and_then(|s| s.pick.as_ref());
    let kinds = Kind::ALL.iter().filter(|k| **k != Kind::Inappropriate);
    let kinds = kinds.map(|k| {
        let on = pick.is_some_and(|p| p.kinds.contains(k));
        (k.word().to_owned(), on)
    });
    let first = |kinds: &[(String, bool)]| kinds.iter().position(|k| k.1).unwrap_or(0);
    let kinds: Vec<(String, bool)> = kinds.collect();
    let at = first(&kinds);
    let about: Vec<(String, bool)> = (offers.competencies.iter())
        .map(|(id, title)| {
            let on = pick.is_some_and(|p| p.competencies.contains(id));
            (title.clone(), on)
        })
        .collect();
    let about_at = first(&about);
    let holds = offers.holds.iter().map(|h| h.1.clone()).collect();
    let count = pick.map(|p| p.count);
    let count = count.or_else(|| section?.items.map(|i| i.count));
    let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
    let line = |text: &str| Value::Line(Editor::single(text));
    let probes = (0..=PROBES).map(|n| n.to_string()).collect();
    form.fields.extend([
        Field::new(format!("Part {n}"), line(section.map_or("", |s| &s.title)))
            .with_note("empty: left out"),
        Field::new("  minutes", line(&number(section.map(|s| s.minutes)))),
        Field::new("  asks", Value::Many(kinds, at)),
        Field::new("  about", Value::Many(about, about_at)),
        Field::new("  opens with", Value::Choice(holds, offers.place(section))),
        Field::new("  how many", line(&number(count))),
        Field::new(
            "  follow-ups",
            Value::Choice(probes, usize::from(section.map_or(0, |s| s.probes))),
        ),
    ]);
}

/// Makes the parts that a draft has, as its values say.
pub fn make_room(form: &mut Form, offers: &Offers, facts: &str) {
    let values: Vec<String> = serde_json::from_str(facts).unwrap_or_default();
    while form.fields.len() < values.len().min(PARTS + EACH * MOST) {
        add(form, offers, None);
    }
}

/// Keeps one free part at the end, and says beside the fields what is ticked or wrong.
pub fn check(form: &mut Form, offers: &Offers) {
    let parts = (form.fields.len() - PARTS) / EACH;
    let last = form.fields.len().saturating_sub(EACH);
    let full = parts == 0 || !form.fields[last].text().trim().is_empty();
    if full && parts < MOST {
        add(form, offers, None);
    }
    for part in form.fields[PARTS..].chunks_mut(EACH) {
        let used = !part[0].text().trim().is_empty();
        let asks = ticked_words(&part[ASKS]).join(", ");
        let counts = !asks.is_empty() || matches!(held(part, offers), Holds::Items(_));
        let limits = [(MINUTES_AT, MINUTES, true), (COUNT_AT, COUNT, counts)];
        part[ASKS].note = asks;
        let about = ticked_words(&part[ABOUT]).join(", ");
        part[ABOUT].note = if about.is_empty() {
            "anything".to_owned()
        } else {
            about
        };
        for (field, most, needed) in limits {
            let ok = !used || !needed || number(&part[field], most).is_some();
            part[field].error = if ok {
                String::new()
            } else {
                format!("a number, 1 to {most}")
            };
        }
    }
}

fn held(part: &[Field], offers: &Offers) -> Holds {
    let at = part[HOLDS].chosen();
    offers.holds.get(at).map_or(Holds::Nothing, |h| h.0.clone())
}

fn number(field: &Field, most: u32) -> Option<u32> {
    let number: u32 = field.text().trim().parse().ok()?;
    (1..=most).contains(&number).then_some(number)
}

fn ticked_words(field: &Field) -> Vec<&str> {
    match &field.value {
        Value::Many(options, _) => {
            let on = options.iter().filter(|o| o.1);
            on.map(|o| o.0.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// What is ticked of a closed list.
pub fn ticked<T: Clone>(field: &Field, all: &[T]) -> Vec<T> {
    match &field.value {
        Value::Many(options, _) => {
            let on = all.iter().zip(options).filter(|(_, o)| o.1);
            on.map(|(value, _)| value.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// The parts that have a title. What the form does not show of one that was there stays as it was.
///
/// # Errors
///
/// The field that is wrong, and why.
pub fn sections(
    form: &Form,
    offers: &Offers,
    before: &Blueprint,
    one_way: bool,
) -> Result<Vec<Section>, (usize, String)> {
    let mut sections = Vec::new();
    for (n, part) in form.fields[PARTS..].chunks(EACH).enumerate() {
        let title = part[0].text().trim();
        if title.is_empty() {
            continue;
        }
        let old = before.sections.get(n).cloned().unwrap_or_else(blank);
        let of_part = |(field, words)| (PARTS + n * EACH + field, words);
        let old = section(part, offers, old).map_err(of_part)?;
        let timed = one_way && old.pick.is_some();
        sections.push(Section {
            title: title.to_owned(),
            probes: if timed { 0 } else { old.probes },
            takes: timed.then(|| old.takes.unwrap_or(1)),
            prep_s: old
                .prep_s
                .or(timed.then_some(ONE_WAY.0))
                .filter(|_| timed || old.takes.is_none()),
            answer_s: old
                .answer_s
                .or(timed.then_some(ONE_WAY.1))
                .filter(|_| timed || old.takes.is_none()),
            ..old
        });
    }
    if sections.len() < FEWEST {
        return Err((PARTS, "A mock has at least two parts.".to_owned()));
    }
    Ok(sections)
}

/// What the fields of one part say; a wrong one by its place in the part.
fn section(part: &[Field], offers: &Offers, old: Section) -> Result<Section, (usize, String)> {
    let asked: Vec<Kind> = (Kind::ALL.iter().copied())
        .filter(|k| *k != Kind::Inappropriate)
        .collect();
    let title = part[0].text().trim();
    let figure = |field: usize, what: &str, most: u32| {
        let words = || format!("{what} of \"{title}\": write a number, 1 to {most}.");
        number(&part[field], most).ok_or_else(|| (field, words()))
    };
    let minutes = figure(MINUTES_AT, "Minutes", MINUTES)?;
    let count = || figure(COUNT_AT, "How many", COUNT);
    let kinds = ticked(&part[ASKS], &asked);
    let pick = if kinds.is_empty() {
        None
    } else {
        let about: Vec<CompetencyId> = offers.competencies.iter().map(|c| c.0.clone()).collect();
        let mut old = old.pick.clone().unwrap_or_else(no_pick);
        // Other closings than one's own questions fit only some talks.
        old.topics.retain(|t| t.as_str() != YOUR_QUESTIONS);
        if kinds == [Kind::Closing] && old.topics.is_empty() {
            old.topics.push(TopicId::new(YOUR_QUESTIONS));
        }
        Some(Pick {
            kinds,
            competencies: ticked(&part[ABOUT], &about),
            count: count()?,
            ..old
        })
    };
    let holds = held(part, offers);
    let items = match &holds {
        Holds::Items(kind) => Some(PickItems {
            kind: *kind,
            count: count()?,
        }),
        Holds::Nothing | Holds::Talk(_) | Holds::Question(_) => None,
    };
    Ok(Section {
        minutes,
        probes: u8::try_from(part[PROBES_AT].chosen()).unwrap_or(0),
        fixed: fixed(&old, &holds, offers),
        pick,
        items,
        ..old
    })
}

/// What always comes in a part: the talk or the question that was chosen in the place of the one before, and the rest
/// as it was.
fn fixed(old: &Section, holds: &Holds, offers: &Offers) -> Vec<String> {
    let id_of = |holds: &Holds| match holds {
        Holds::Talk(id) => Some(id.to_string()),
        Holds::Question(id) => Some(id.to_string()),
        Holds::Nothing | Holds::Items(_) => None,
    };
    // Of several that were written by hand the form shows one, and leaves the others.
    let shown = offers.holds.get(offers.place(Some(old)));
    let shown = shown.and_then(|h| id_of(&h.0));
    let rest = old.fixed.iter().filter(|id| Some(*id) != shown.as_ref());
    let chosen = id_of(holds);
    let rest = rest.filter(|id| Some(*id) != chosen.as_ref()).cloned();
    rest.chain(chosen.clone()).collect()
}

/// `20 minutes in 3 parts`, of the parts that have a title.
pub fn sum(form: &Form) -> String {
    let parts = form.fields.get(PARTS..).unwrap_or_default();
    let used = parts
        .chunks(EACH)
        .filter(|p| !p[0].text().trim().is_empty());
    let minutes: Vec<u32> = used
        .map(|p| number(&p[MINUTES_AT], MINUTES).unwrap_or(0))
        .collect();
    let all = minutes.iter().sum::<u32>() as usize;
    format!(
        "{} in {}",
        words::count(all, "minute", "minutes"),
        words::count(minutes.len(), "part", "parts")
    )
}
