//! The filter that every list uses: all words of the query, in any order, anywhere, without regard to case and
//! accents. Other words for the same thing and British spelling are found, too.
//!
//! The texts of a list are folded once. A key stroke then costs one pass over them; ten thousand short texts
//! take about a millisecond. Places to mark are worked out only for the rows that are drawn.

mod alike;
mod term;

use std::ops::Range;

use nucleo_matcher::chars;

pub use term::Rank;
use term::{Term, place, rank};

/// Whose a row of a list is: among equals one's own come first, and those of others last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// Of one's own field.
    Own,
    /// Everybody's, or nobody's.
    Everybody,
    /// Of another field.
    Others,
}

/// The words of a query, folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Those that have no others like them first, the longest before: they rule most texts out.
    terms: Vec<Term>,
    /// All that was typed; empty for a single word.
    phrase: String,
}

impl Query {
    /// Takes the query as typed.
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut terms: Vec<Term> = Vec::new();
        let mut rest = words.as_slice();
        while !rest.is_empty() {
            let first = alike::first_of(rest);
            let (now, later) = rest.split_at(first.taken);
            let term = Term {
                typed: now.iter().map(|word| (*word).to_owned()).collect(),
                alike: first.alike,
                meant: first.meant,
            };
            if !terms.contains(&term) {
                terms.push(term);
            }
            rest = later;
        }
        terms.sort_by_key(|t| std::cmp::Reverse(t.alone().map_or(0, str::len)));
        let phrase = if words.len() > 1 {
            words.join(" ")
        } else {
            String::new()
        };
        Self { terms, phrase }
    }

    /// Whether a text has what was typed as it stands, or a line of it says little else: a name such as `why did you
    /// never change jobs` is what somebody means by `why never change job`.
    fn is_said_in(&self, folded: &str) -> bool {
        if self.phrase.is_empty() {
            return false;
        }
        let most = 2 * self.phrase.split(' ').count();
        let is_name = |line: &str| {
            line.split(' ').count() <= most
                && self.terms.iter().all(|term| term.rank(line) == Rank::Whole)
        };
        rank(folded, &self.phrase) < Rank::Inside || folded.split(LINE).any(is_name)
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether one text has all the words.
    pub fn matches(&self, text: &str) -> bool {
        self.rank(text) < Rank::Missing
    }

    /// How well a text has the words: as well as the one that it has worst.
    pub fn rank(&self, text: &str) -> Rank {
        self.rank_in(&fold(text))
    }

    fn rank_in(&self, folded: &str) -> Rank {
        let ranks = self.terms.iter().map(|term| term.rank(folded));
        ranks.max().unwrap_or(Rank::Whole)
    }

    /// The same for a list with the best first.
    fn counts_in(&self, folded: &str) -> Rank {
        let ranks = self.terms.iter().map(|term| term.counts(folded));
        ranks.max().unwrap_or(Rank::Whole)
    }

    /// The places of the words in a text, in bytes of it, in order and without overlap.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let (folded, places) = fold_with_places(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut mark = |word: &str, only_whole: bool| {
            let hits = folded.match_indices(word);
            let hits = hits.map(|(at, hit)| at..at + hit.len());
            let hits = hits.filter(|at| !only_whole || place(&folded, at.clone()) == Rank::Whole);
            found.extend(hits.map(|at| places[at.start]..places[at.end]));
        };
        for term in &self.terms {
            term.typed.iter().for_each(|word| mark(word, false));
            term.alike.iter().for_each(|other| mark(other, true));
            term.meant.iter().for_each(|other| mark(other, true));
        }
        found.sort_by_key(|r| (r.start, r.end));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for range in found {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}

/// What a list shows for a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The places of the texts.
    pub rows: Vec<usize>,
    /// Whether none has all the words, and these have most of them.
    pub near: bool,
}

impl Found {
    /// What a list says of texts that are only near; nothing of others.
    pub fn words(&self) -> Option<String> {
        let most = self.rows.len();
        (self.near).then(|| format!("none has all of it, {most} most of it"))
    }
}

/// The texts of one list, folded and put behind one another.
#[derive(Debug, Clone, Default)]
pub struct Haystack {
    text: String,
    /// End of each text; a separator that is in no query stands between them.
    ends: Vec<usize>,
}

/// Between two texts; folding turns it into a space, so no query has it.
const SEPARATOR: char = '\n';

/// Between the lines of a text: what is said in one of them is said together.
const LINE: char = '\u{1f}';

/// Words that say nothing of what is looked for.
const LITTLE: [&str; 40] = [
    "a", "about", "an", "and", "are", "at", "be", "can", "did", "do", "does", "for", "had", "have",
    "how", "i", "in", "is", "it", "me", "my", "of", "on", "or", "should", "that", "the", "this",
    "to", "us", "was", "we", "what", "when", "where", "why", "with", "would", "you", "your",
];

/// Most rows of which what they show is looked at once more.
const RANKED: usize = 2_000;

impl Haystack {
    /// Folds the texts of a list.
    pub fn new<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut stack = Self::default();
        for text in texts {
            stack.push(text.as_ref());
        }
        stack
    }

    /// Adds one text at the end.
    pub fn push(&mut self, text: &str) {
        let folded = text.chars().filter_map(|c| match c {
            '\n' => Some(LINE),
            c => fold_char(c),
        });
        self.text.extend(folded);
        self.ends.push(self.text.len());
        self.text.push(SEPARATOR);
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The places of the texts that have all the words, in order.
    pub fn find(&self, query: &Query) -> Vec<usize> {
        let all = 0..self.len();
        let Some((first, rest)) = query.terms.split_first() else {
            return all.collect();
        };
        let has = |row: &usize, terms: &[Term]| {
            let text = self.row(*row);
            terms.iter().all(|t| t.rank(text) < Rank::Missing)
        };
        let Some(word) = first.alone() else {
            return all.filter(|row| has(row, &query.terms)).collect();
        };
        let mut found = Vec::new();
        let (mut row, mut from) = (0, 0);
        while let Some(hit) = self.text.get(from..).and_then(|t| t.find(word)) {
            let hit = from + hit;
            row += self.ends[row..].partition_point(|end| *end < hit);
            if has(&row, rest) {
                found.push(row);
            }
            from = self.ends[row] + SEPARATOR.len_utf8();
        }
        found
    }

    /// The places of the texts that fit and have all the words, the best first; where none has, those that are near.
    pub fn look<T: AsRef<str>>(
        &self,
        query: &Query,
        fits: impl Fn(usize) -> bool,
        shown: impl Fn(usize) -> T,
        whose: impl Fn(usize) -> Whose,
    ) -> Found {
        let rows = self.find_best(query, &fits, shown, whose);
        if !rows.is_empty() || query.is_empty() {
            return Found { rows, near: false };
        }
        let rows = self.find_most(query, fits);
        Found {
            near: !rows.is_empty(),
            rows,
        }
    }

    /// Best first: what has the words as they were typed before what has them apart, words that stand by themselves
    /// before the start of longer ones, then what is not of another field, and among those what the list shows of a row
    /// before what it does not. A word inside of another one (`race` in `trace`) counts only where nothing better is
    /// found.
    fn find_best<T: AsRef<str>>(
        &self,
        query: &Query,
        fits: impl Fn(usize) -> bool,
        shown: impl Fn(usize) -> T,
        whose: impl Fn(usize) -> Whose,
    ) -> Vec<usize> {
        let mut found = self.find(query);
        found.retain(|row| fits(*row));
        if query.is_empty() {
            return found;
        }
        // Words that are nearly everywhere rank nothing.
        let few = found.len() <= RANKED;
        let worth = |row: usize| {
            let stands = query.counts_in(self.row(row));
            let seen = if few {
                query.rank(shown(row).as_ref())
            } else {
                stands
            };
            let whose = whose(row);
            let apart = !query.is_said_in(self.row(row));
            (apart, stands, whose == Whose::Others, seen, whose)
        };
        let mut ranked: Vec<_> = found.into_iter().map(|row| (worth(row), row)).collect();
        ranked.retain(|(worth, _)| worth.1 < Rank::Missing);
        ranked.sort_by_key(|(worth, _)| *worth);
        let better = ranked
            .iter()
            .filter(|(worth, _)| worth.1 < Rank::Inside)
            .count();
        if better > 0 {
            ranked.truncate(better);
        }
        ranked.into_iter().map(|(_, row)| row).collect()
    }

    /// The places of the texts that fit and have most of the words, at least half of them, in order. Little words that are
    /// in every question do not count.
    fn find_most(&self, query: &Query, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let little = |term: &&Term| {
            !term
                .typed
                .iter()
                .all(|word| LITTLE.contains(&word.as_str()))
        };
        let terms: Vec<&Term> = query.terms.iter().filter(little).collect();
        let has = |row: usize| {
            let text = self.row(row);
            terms
                .iter()
                .filter(|t| t.counts(text) < Rank::Inside)
                .count()
        };
        let rows = (0..self.len()).filter(|row| fits(*row));
        let counts: Vec<(usize, usize)> = rows.map(|row| (row, has(row))).collect();
        let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
        if most == 0 || most * 2 < terms.len() {
            return Vec::new();
        }
        let rows = counts.into_iter().filter(|(_, n)| *n == most);
        rows.map(|(row, _)| row).collect()
    }

    fn row(&self, row: usize) -> &str {
        let start = row
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] + SEPARATOR.len_utf8());
        self.text.get(start..self.ends[row]).unwrap_or("")
    }
}

/// Lower case, without accents; marks that stand on a letter of their own are dropped, line ends become spaces.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

fn fold_char(c: char) -> Option<char> {
    match c {
        'a'..='z' | ' ' => Some(c),
        '\u{300}'..='\u{36f}' => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(chars::to_lower_case(chars::normalize(c))),
    }
}

/// The folded text, and for each byte of it (and its end) the place in the text as written.
fn fold_with_places(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if let Some(f) = fold_char(c) {
            folded.push(f);
            // A letter reaches to the next one, over the marks that stand on it.
            places.resize(folded.len(), at);
        }
        end = at + c.len_utf8();
    }
    places.push(end);
    (folded, places)
}

#[cfg(test)]
mod tests {
    use crate::seeded::cases;
    use proptest::prelude::*;

    use super::*;

    fn found(texts: &[&str], query: &str) -> Vec<usize> {
        Haystack::new(texts).find(&Query::new(query))
    }

    #[test]
    fn all_words_in_any_order_and_case_are_asked_for() {
        let texts = [
            "A conflict with a peer",
            "Peer review",
            "PEER pressure and conflict",
        ];
        assert_eq!(found(&texts, "conflict peer"), [0, 2]);
        assert_eq!(found(&texts, "  Peer CONF "), [0, 2]);
        assert_eq!(found(&texts, ""), [0, 1, 2]);
        assert!(found(&texts, "conflict missing").is_empty());
    }

    #[test]
    fn the_word_itself_comes_before_what_says_the_same() {
        let texts = [
            "They tell you to pay an invoice",
            "Your salary expectations",
        ];
        assert_eq!(best(&texts, "salary"), [texts[1], texts[0]]);
    }

    #[test]
    fn what_was_typed_as_it_stands_comes_first() {
        let texts = [
            "Why us? What do they say of the others?",
            "They told us why they left",
            "Why did you leave your last job",
        ];
        let [first, second, third] = texts;
        assert_eq!(best(&texts, "why us"), [first, second]);
        assert_eq!(best(&texts, "us why"), [second, first]);
        assert_eq!(best(&texts, "your last job"), [third]);
    }

    #[test]
    fn where_none_has_all_words_those_with_most_of_them_are_near() {
        let texts = [
            "What is your weakness?",
            "The greatest day",
            "A weak spot",
            "A weakness of a team, the greatest",
        ];
        let look = |query: &str| looked(&texts, query, |_| Whose::Everybody);
        let most = |query: &str| look(query).rows;
        assert_eq!(most("your greatest weakness at work"), [3]);
        assert_eq!(
            look("weakness in the month").words().as_deref(),
            Some("none has all of it, 2 most of it")
        );
        assert_eq!(look("weakness").words(), None);
        assert_eq!(most("weakness in the month"), [0, 3]);
        assert!(most("what is the point of it").is_empty());
        assert!(most("glass ceiling politics weakness").is_empty());
    }

    fn looked(texts: &[&str], query: &str, whose: impl Fn(usize) -> Whose) -> Found {
        let shown = |row: usize| texts[row].lines().next().unwrap_or_default();
        Haystack::new(texts).look(&Query::new(query), |_| true, shown, whose)
    }

    #[test]
    fn among_equals_what_is_of_the_own_field_comes_first_and_that_of_others_last() {
        let texts = [
            "Safeguard a door",
            "Safeguarding",
            "A school\nsafeguard",
            "All: safeguard",
        ];
        let whose = |row: usize| [Whose::Others, Whose::Own, Whose::Own, Whose::Everybody][row];
        // A word by itself is worth more, whoever has it; what the list shows decides only after the field.
        assert_eq!(looked(&texts, "safeguard", whose).rows, [3, 2, 0, 1]);
    }

    #[test]
    fn a_number_is_a_whole_one_and_a_name_is_found_by_its_words() {
        let texts = [
            "A school of 120 pupils, 2026, for years",
            "20,000 a year over 20 months, in three years",
            "One place for so long\n20 years at one company\nwhy did you never change jobs",
            "Why us\nA job in which we change nothing and never ask you why you came",
        ];
        assert_eq!(best(&texts, "20 years"), [texts[2], texts[1]]);
        assert_eq!(best(&texts, "why never change job"), [texts[2], texts[3]]);
        assert!(best(&texts, "12").is_empty());
    }

    fn best<'a>(texts: &[&'a str], query: &str) -> Vec<&'a str> {
        let found = looked(texts, query, |_| Whose::Everybody);
        found.rows.into_iter().map(|row| texts[row]).collect()
    }

    #[test]
    fn a_word_by_itself_comes_before_the_start_of_one_and_the_inside_counts_only_alone() {
        let texts = ["I trace it", "For example", "A race of two", "Two exams"];
        assert_eq!(best(&texts, "race"), ["A race of two"]);
        assert_eq!(best(&texts, "exam"), ["Two exams", "For example"]);
        assert_eq!(best(&texts, "rac"), ["A race of two"]);
        assert_eq!(best(&texts, "ample"), ["For example"]);
        let query = Query::new("star");
        let ranks = ["STAR-L", "Start again", "Mustard", "Moon"].map(|text| query.rank(text));
        assert_eq!(
            ranks,
            [Rank::Whole, Rank::Start, Rank::Inside, Rank::Missing]
        );
    }

    #[test]
    fn other_words_for_the_same_thing_and_british_spelling_are_found() {
        let texts = [
            "After a layoff",
            "The principal asks",
            "How behavior is kept",
            "We organize a center",
            "Retry with care",
        ];
        for (typed, at) in [
            ("laid off", 0),
            ("Redundancy", 0),
            ("redundan", 0),
            ("after made redundant", 0),
            ("headteacher", 1),
            ("head teacher", 1),
            ("behaviour", 2),
            ("organise centre", 3),
            ("retries", 4),
        ] {
            assert_eq!(found(&texts, typed), [at], "{typed}");
        }
        // Each of the words does as well as the expression.
        assert_eq!(found(&["They laid him off"], "laid off"), [0]);
        let text = texts[0];
        let marked = Query::new("redundancy").ranges(text);
        assert_eq!(marked.len(), 1);
        assert_eq!(text.get(marked[0].clone()), Some("layoff"));
    }

    #[test]
    fn who_types_a_need_finds_how_to_ask_for_an_adjustment_and_not_the_other_way_around() {
        let texts = ["Ask for an adjustment", "A blind date", "A court hearing"];
        for (typed, first) in [
            ("screen reader", 0),
            ("blind", 0),
            ("wheelch", 0),
            ("hearing aid", 0),
        ] {
            assert_eq!(best(&texts, typed).first(), Some(&texts[first]), "{typed}");
        }
        assert_eq!(best(&texts, "adjustments"), [texts[0]]);
    }

    #[test]
    fn accents_do_not_matter_however_they_are_written() {
        let texts = ["Zoë's résumé", "Zoe\u{308}'s re\u{301}sume\u{301}", "Zo's"];
        assert_eq!(found(&texts, "zoe resume"), [0, 1]);
        assert_eq!(found(&texts, "zoë résumé"), [0, 1]);
    }

    #[test]
    fn a_word_never_reaches_from_one_text_into_the_next() {
        assert!(found(&["con", "flict"], "conflict").is_empty());
        assert_eq!(found(&["a\nb", "b"], "a b"), [0]);
    }

    #[test]
    fn the_places_to_mark_are_those_of_the_text_as_written() {
        let text = "Zoë's RÉSUMÉ, and re\u{301}sume\u{301} again";
        let marked: Vec<&str> = Query::new("resume zoe")
            .ranges(text)
            .into_iter()
            .map(|r| text.get(r).unwrap())
            .collect();
        assert_eq!(marked, ["Zoë", "RÉSUMÉ", "re\u{301}sume\u{301}"]);
        let overlapping = Query::new("ana nan").ranges("banana");
        assert_eq!(overlapping, vec![1..5]);
        let touching = Query::new("ab cd").ranges("abcd");
        assert_eq!(touching, vec![0..4]);
    }

    #[test]
    fn a_long_list_gives_what_each_text_alone_would() {
        let texts: Vec<String> = (0..2000)
            .map(|n| format!("Tell me about time number {n} when a colleague led"))
            .collect();
        let stack = Haystack::new(&texts);
        for text in ["e", "wh", "led colleague", "number 77", "77 7", "zzz"] {
            let query = Query::new(text);
            let each = (0..texts.len()).filter(|n| query.matches(&texts[*n]));
            assert_eq!(stack.find(&query), each.collect::<Vec<_>>(), "{text}");
        }
    }

    proptest! {
        #![proptest_config(cases(128))]

        #[test]
        fn find_and_matches_agree_and_ranges_are_whole_letters(
            texts in prop::collection::vec("[a-cÀéß\u{301} \n]{0,12}", 0..8),
            query in "[A-Cé\u{301} ]{0,6}"
        ) {
            let query = Query::new(&query);
            let each: Vec<usize> = (0..texts.len()).filter(|n| query.matches(&texts[*n])).collect();
            prop_assert_eq!(Haystack::new(&texts).find(&query), each);
            for text in &texts {
                for range in query.ranges(text) {
                    prop_assert!(text.get(range).is_some_and(|t| !t.is_empty()));
                }
            }
        }

        #[test]
        fn no_text_from_outside_breaks_it(text in "\\PC{0,40}", query in "\\PC{0,10}") {
            let query = Query::new(&query);
            for range in query.ranges(&text) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
