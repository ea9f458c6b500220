//! Which competencies the words of an advert point to.

use std::ops::Range;

use super::said::SAID;
use crate::domain::id::CompetencyId;
use crate::domain::library::Library;
use crate::domain::search::fold;
use crate::domain::text::one_line;

/// At the end of a word that may have any other end.
const STAR: char = '*';

/// What an advert says about one competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub competency: CompetencyId,
    /// The words of the advert, each once.
    pub words: Vec<String>,
}

/// The competencies that the advert's own words point to, those with the most words first.
pub fn suggested(advert: &str, library: &Library) -> Vec<Hit> {
    let advert = Text::of(advert);
    let hit = |id| {
        let competency = CompetencyId::new(id);
        let phrases = phrases(library, &competency);
        let mut words: Vec<String> = phrases.iter().filter_map(|p| advert.says(p)).collect();
        once(&mut words);
        Hit { competency, words }
    };
    let mut hits: Vec<Hit> = library.competencies.ids().map(hit).collect();
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

/// What adverts say for a competency, each as its words; for one that came with a pack its names stand.
fn phrases(library: &Library, id: &CompetencyId) -> Vec<Vec<String>> {
    let known = SAID.iter().find(|(known, _)| *known == id.as_str());
    if let Some((_, phrases)) = known {
        return phrases.split(", ").map(split).collect();
    }
    let title = library.competency_title(id.as_str());
    title.split(" and ").map(split).collect()
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

    /// Its words that are a phrase, in the singular or plural, or as a star has it: the first of them, as they stand there.
    fn says(&self, phrase: &[String]) -> Option<String> {
        let fits = |place: &&[(String, Range<usize>)]| {
            let mut pairs = place.iter().zip(phrase);
            pairs.all(|((word, _), known)| is_form(word, known))
        };
        let mut places = self.words.windows(phrase.len().max(1));
        let place = places.find(fits)?;
        let (first, last) = (place.first()?, place.last()?);
        let words = self.text.get(first.1.start..last.1.end)?;
        Some(one_line(words))
    }
}

/// Whether a word is this one, in the singular or plural; with a star, whether it begins so.
fn is_form(word: &str, known: &str) -> bool {
    match known.strip_suffix(STAR) {
        Some(start) => word.starts_with(start),
        None => matches!(word.strip_prefix(known), Some("" | "s" | "es")),
    }
}

/// Folded words; an apostrophe parts none.
fn split(text: &str) -> Vec<String> {
    let folded = fold(text).replace(['\'', '\u{2019}'], "");
    let words = folded.split(|c: char| !(c.is_alphanumeric() || c == STAR));
    words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
