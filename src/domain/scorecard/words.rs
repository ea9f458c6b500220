//! Which competencies the words of an advert point to.
//!
//! The words are those that the library has already: the names of the competencies, and the words of the trade that
//! questions of them are found by. A word that questions of many competencies share points nowhere.

use std::collections::HashMap;
use std::ops::Range;

use crate::domain::id::{CompetencyId, FamilyId};
use crate::domain::library::{Group, Kind, Library, Question};
use crate::domain::search::fold;

/// How much a question says about a word: more where the competency is what it asks for most, twice for one's own field.
const FIRST: u32 = 2;
const SECOND: u32 = 1;

/// A single word needs two questions behind it; fewer letters say nothing.
const ALONE: u32 = 4;
const LETTERS: usize = 4;

/// Letters at the end of a name that may be others (`communicate`, `communication`), and how many stay at least.
const ENDING: usize = 5;
const STEM: usize = 7;

/// What an advert says about one competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub competency: CompetencyId,
    /// The words of the advert, each once.
    pub words: Vec<String>,
}

/// The competencies that the advert's own words point to, those with the most words first.
pub fn suggested(advert: &str, library: &Library, family: &FamilyId) -> Vec<Hit> {
    let advert = Text::of(advert);
    if advert.words.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = library
        .competencies
        .ids()
        .map(|id| Hit {
            competency: CompetencyId::new(id),
            words: Vec::new(),
        })
        .collect();
    for hit in &mut hits {
        for name in names(library, &hit.competency) {
            hit.words.extend(advert.named(&name));
        }
    }
    for (phrase, competency) in trade(library, family) {
        let hit = hits.iter_mut().find(|hit| hit.competency == competency);
        if let (Some(hit), Some(words)) = (hit, advert.says(&phrase)) {
            hit.words.push(words);
        }
    }
    for hit in &mut hits {
        once(&mut hit.words);
    }
    hits.retain(|hit| !hit.words.is_empty());
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.words.len()));
    hits
}

/// Leaves each once, and none that is part of a longer one.
fn once(words: &mut Vec<String>) {
    let all: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let mut at = 0;
    words.retain(|_| {
        let here = &all[at];
        let mut others = all.iter().enumerate();
        let said = others.any(|(n, other)| {
            n != at && other.contains(here.as_str()) && (other != here || n < at)
        });
        at += 1;
        !said
    });
}

/// The names of a competency, each as its words: `quality`, `safety`, `customer focus`.
fn names(library: &Library, id: &CompetencyId) -> Vec<Vec<String>> {
    let title = library.competency_title(id.as_str());
    let mut names: Vec<Vec<String>> = title.split(" and ").map(split).collect();
    let of_id = split(id.as_str());
    if !names.contains(&of_id) {
        names.push(of_id);
    }
    names
}

/// The words that questions are found by, each with the one competency that most of them ask for.
fn trade(library: &Library, family: &FamilyId) -> Vec<(Vec<String>, CompetencyId)> {
    let mut known: HashMap<Vec<String>, Vec<(CompetencyId, u32)>> = HashMap::new();
    for card in library.cards.iter().filter(|card| card.pack.is_none()) {
        if !tells(card.kind) {
            continue;
        }
        let Some(question) = library.questions.get(card.id.as_str()) else {
            continue;
        };
        learn(&mut known, &question, card.roles.contains(family));
    }
    let mut out: Vec<_> = known.into_iter().filter_map(pointing).collect();
    out.sort();
    out
}

/// Kinds whose questions are filed under what they ask for, not under how a talk goes.
fn tells(kind: Kind) -> bool {
    matches!(kind.group(), Group::Story | Group::Judgment) || kind == Kind::Strengths
}

fn learn(
    known: &mut HashMap<Vec<String>, Vec<(CompetencyId, u32)>>,
    question: &Question,
    own: bool,
) {
    let times = if own { 2 } else { 1 };
    for tag in &question.tags {
        let weights = known.entry(split(tag)).or_default();
        for (competency, weight) in question.competencies.iter().zip([FIRST, SECOND]) {
            match weights.iter_mut().find(|(id, _)| id == competency) {
                Some((_, sum)) => *sum += weight * times,
                None => weights.push((competency.clone(), weight * times)),
            }
        }
    }
}

/// The one competency that a word points to: clearly more than any other, and two fifths of all that is said by it.
fn pointing(
    (phrase, mut weights): (Vec<String>, Vec<(CompetencyId, u32)>),
) -> Option<(Vec<String>, CompetencyId)> {
    weights.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let sum: u32 = weights.iter().map(|(_, weight)| weight).sum();
    let next = weights.get(1).map_or(0, |(_, weight)| *weight);
    let (competency, best) = weights.into_iter().next()?;
    let alone = phrase.len() == 1;
    let short = phrase.first().is_none_or(|word| word.len() < LETTERS);
    let weak = alone && (best < ALONE || short);
    let clear = next * 3 <= best * 2 && best * 5 >= sum * 2;
    (clear && !weak && !phrase.is_empty()).then_some((phrase, competency))
}

/// A text as its words, each with its place.
struct Text<'t> {
    text: &'t str,
    words: Vec<(String, Range<usize>)>,
}

impl<'t> Text<'t> {
    fn of(text: &'t str) -> Self {
        let mut words = Vec::new();
        let mut from = 0;
        for part in text.split(|c: char| !c.is_alphanumeric()) {
            if !part.is_empty() {
                words.push((fold(part), from..from + part.len()));
            }
            from += part.len();
            let mark = text.get(from..).and_then(|rest| rest.chars().next());
            from += mark.map_or(0, char::len_utf8);
        }
        Self { text, words }
    }

    /// Its words that are a name, or begin as one: all of them.
    fn named(&self, name: &[String]) -> Vec<String> {
        let places = self.places(name, |word, known, last| match (name.len(), last) {
            (1, _) => word.starts_with(stem(known)),
            (_, true) => word.starts_with(known),
            (_, false) => word == known,
        });
        places.collect()
    }

    /// Its words that are a phrase, in the singular or plural: the first of them.
    fn says(&self, phrase: &[String]) -> Option<String> {
        let many = |word: &str, known: &str| {
            let rest = word.strip_prefix(known);
            rest.is_some_and(|rest| matches!(rest, "" | "s" | "es"))
        };
        let mut places = self.places(phrase, move |word, known, _| many(word, known));
        places.next()
    }

    /// Where its words are these ones, as they stand there.
    fn places<'a>(
        &'a self,
        phrase: &'a [String],
        same: impl Fn(&str, &str, bool) -> bool + 'a,
    ) -> impl Iterator<Item = String> + 'a {
        let fits = move |place: &[(String, Range<usize>)]| {
            let mut pairs = place.iter().zip(phrase).enumerate();
            pairs.all(|(n, ((word, _), known))| same(word, known, n + 1 == phrase.len()))
        };
        let places = self.words.windows(phrase.len().max(1));
        places.filter(move |place| fits(place)).filter_map(|place| {
            let (first, last) = (place.first()?, place.last()?);
            self.text.get(first.1.start..last.1.end).map(str::to_owned)
        })
    }
}

/// The beginning of a name that stays the same in other forms of it.
fn stem(name: &str) -> &str {
    let letters = name.chars().count();
    let kept = letters.saturating_sub(ENDING).max(STEM);
    let end = name.char_indices().nth(kept).map(|(at, _)| at);
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

/// Folded words; an apostrophe parts none.
fn split(text: &str) -> Vec<String> {
    let folded = fold(text).replace(['\'', '\u{2019}'], "");
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
