//! The words of `assets/import/words.toml`, in the shapes in which they are looked up.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::content::from_toml;
use crate::domain::order::InOrder;

/// All words, read once.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let text = include_str!("../../../assets/import/words.toml");
    Words::of(from_toml::read(text).expect("the words that ship are TOML"))
});

/// The file: tables of lists, by language or by what they name.
#[derive(Deserialize)]
#[serde(transparent)]
struct File(HashMap<String, HashMap<String, Vec<String>>>);

impl File {
    /// A list of a table.
    fn list(&mut self, table: &str, list: &str) -> Vec<String> {
        let table = self.0.get_mut(table);
        table.and_then(|t| t.remove(list)).unwrap_or_default()
    }

    /// All lists of a table.
    fn table(&mut self, table: &str) -> Vec<String> {
        let lists = self.0.remove(table).unwrap_or_default();
        lists.into_values().flatten().collect()
    }
}

/// Words that begin a text.
#[derive(Debug, Default)]
pub struct Stems(HashMap<char, Vec<String>>);

impl Stems {
    fn of(words: Vec<String>) -> Self {
        let mut stems: HashMap<char, Vec<String>> = HashMap::new();
        for word in words {
            if let Some(first) = word.chars().next() {
                stems.entry(first).or_default().push(word);
            }
        }
        Self(stems)
    }

    /// Those that begin with the first letter of a text.
    pub fn near(&self, lower: &str) -> &[String] {
        let first = lower.chars().next();
        let stems = first.and_then(|first| self.0.get(&first));
        stems.map_or(&[], Vec::as_slice)
    }

    /// Whether a text in lower case begins with one of them, and a word ends there.
    pub fn begin(&self, lower: &str) -> bool {
        let fits = |stem: &String| {
            let rest = lower.strip_prefix(stem.as_str())?;
            let inside = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
            Some(stem.ends_with(ends_freely) || !rest.starts_with(inside))
        };
        self.near(lower).iter().any(|stem| fits(stem) == Some(true))
    }
}

/// Whether another word may follow a letter or sign at once: scripts that do not part words, and `qu'`.
fn ends_freely(c: char) -> bool {
    matches!(c, '\'' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

/// Words that count wherever they stand.
#[derive(Debug, Default)]
pub struct Phrases(Vec<String>);

impl Phrases {
    /// Whether a text in lower case has one of them.
    pub fn stand_in(&self, lower: &str) -> bool {
        self.0.iter().any(|phrase| lower.contains(phrase.as_str()))
    }
}

/// Words that count as a whole.
pub type Names = HashSet<String>;

/// Every list of words.
#[derive(Debug)]
pub struct Words {
    pub asks: Stems,
    pub anywhere: Phrases,
    /// Words that ask where one of the next follows.
    pub helpers: Names,
    pub subjects: Names,
    pub tasks: Stems,
    /// Those with which advice begins as well.
    pub weak_tasks: Stems,
    /// Those with which a story ends that sets a task.
    pub orders: Stems,
    pub goes_on: Stems,
    pub points_down: Phrases,
    pub points_at_list: Phrases,
    pub headings: Headings,
    pub naming: Naming,
    pub labels: Labels,
    pub columns: Columns,
    /// How hard a question is, from easy to hard.
    pub hardness: [Names; 3],
    /// Small words, by language.
    pub small: Vec<(String, Names)>,
}

/// Headings and names, as a whole.
#[derive(Debug)]
pub struct Headings {
    pub contents: Names,
    /// Those of several words, which may have a remark behind them.
    pub contents_of: Stems,
    pub beside: Names,
    pub answers: Names,
    pub aside: Names,
    pub advice: Stems,
    pub apart: Vec<String>,
    pub referees: Phrases,
    pub asked: Names,
    pub given: Names,
    pub ways: Names,
    /// Names of rows that sum up.
    pub totals: Names,
    /// Names of buttons that come along with what is copied from a page.
    pub buttons: Names,
    /// Names of parts of a page, which have a number.
    pub parts: Names,
    /// Names of remarks that stand in front of them.
    pub remarks: Names,
    /// Names of notes that are for nobody else.
    pub own: Names,
    /// Parts of a story as it is told to a question.
    pub story: Names,
}

/// Words that promise something.
#[derive(Debug)]
pub struct Naming {
    pub questions: Phrases,
    pub meetings: Phrases,
    pub tasks: Phrases,
    pub about: Phrases,
    /// Words of a line about the page: who made it, when, and its rights.
    pub imprint: Phrases,
    /// Words over a list that say that it is asked.
    pub asked: Phrases,
}

/// Labels in front of questions and answers, the longer first.
#[derive(Debug)]
pub struct Labels {
    pub questions: Stems,
    pub answers: Stems,
    pub probes: Stems,
    /// Names of languages in front of the same words in several.
    pub tongues: Names,
}

/// Names of columns.
#[derive(Debug)]
pub struct Columns {
    /// Of questions, the plainest first.
    pub questions: [Names; 3],
    pub answers: Names,
    /// Those that may be anybody's remarks as well.
    pub notes: Names,
    /// What stands in long names of them.
    pub hears: Phrases,
    /// Words of names of columns that are for nobody else.
    pub private: Names,
    /// Of what a strong answer has, and of what speaks against one.
    pub points: Names,
    pub flags: Names,
    pub topics: Names,
    pub hardness: Names,
    pub kinds: Names,
    pub stages: Names,
    pub setups: Names,
    pub probes: Names,
    pub others: Names,
}

impl Words {
    fn of(mut file: File) -> Self {
        let small = file.0.remove("small").unwrap_or_default();
        let mut small: Vec<(String, Names)> = small
            .into_iter()
            .map(|(tag, words)| (tag, words.into_iter().collect()))
            .collect();
        small.order_by(|a, b| a.0.cmp(&b.0));
        Self {
            asks: Stems::of(file.table("asks")),
            anywhere: Phrases(file.table("anywhere")),
            helpers: file.list("inverted", "helpers").into_iter().collect(),
            subjects: file.list("inverted", "subjects").into_iter().collect(),
            tasks: Stems::of(file.table("tasks")),
            weak_tasks: Stems::of(file.table("weak-tasks")),
            orders: Stems::of(file.table("orders")),
            goes_on: Stems::of(file.table("goes-on")),
            points_down: Phrases(file.table("points-down")),
            points_at_list: Phrases(file.table("points-at-list")),
            headings: Headings::of(&mut file),
            naming: Naming::of(&mut file),
            labels: Labels::of(&mut file),
            columns: Columns::of(&mut file),
            hardness: ["easy", "medium", "hard"]
                .map(|list| file.list("hardness", list).into_iter().collect()),
            small,
        }
    }
}

impl Headings {
    fn of(file: &mut File) -> Self {
        let advice = Stems::of(file.list("headings", "advice"));
        let apart = file.list("headings", "apart");
        let referees = Phrases(file.list("headings", "referees"));
        let mut names = |list| file.list("headings", list).into_iter().collect::<Names>();
        let contents = names("contents");
        let several = contents.iter().filter(|name| name.contains(' '));
        Self {
            contents_of: Stems::of(several.cloned().collect()),
            advice,
            apart,
            referees,
            contents,
            beside: names("beside"),
            answers: names("answers"),
            aside: names("aside"),
            asked: names("asked"),
            given: names("given"),
            ways: names("ways"),
            totals: names("totals"),
            buttons: names("buttons"),
            parts: names("parts"),
            remarks: names("remarks"),
            own: names("own"),
            story: names("story"),
        }
    }
}

impl Naming {
    fn of(file: &mut File) -> Self {
        let mut phrases = |list| Phrases(file.list("naming", list));
        Self {
            questions: phrases("questions"),
            meetings: phrases("meetings"),
            tasks: phrases("tasks"),
            about: phrases("about"),
            imprint: phrases("imprint"),
            asked: phrases("asked"),
        }
    }
}

impl Labels {
    fn of(file: &mut File) -> Self {
        let tongues = file.list("labels", "tongues");
        let mut longest_first = |list| {
            let mut words = file.list("labels", list);
            words.order_by_key(|word| std::cmp::Reverse(word.len()));
            Stems::of(words)
        };
        Self {
            tongues: tongues.into_iter().collect(),
            questions: longest_first("questions"),
            answers: longest_first("answers"),
            probes: longest_first("probes"),
        }
    }
}

impl Columns {
    fn of(file: &mut File) -> Self {
        let hears = Phrases(file.list("columns", "hears"));
        let mut names = |list| file.list("columns", list).into_iter().collect();
        Self {
            hears,
            notes: names("notes"),
            private: names("private"),
            questions: [names("questions"), names("cards"), names("titles")],
            answers: names("answers"),
            points: names("points"),
            flags: names("flags"),
            topics: names("topics"),
            hardness: names("hardness"),
            kinds: names("kinds"),
            stages: names("stages"),
            setups: names("setups"),
            probes: names("probes"),
            others: names("others"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_read_and_in_lower_case() {
        let text = include_str!("../../../assets/import/words.toml");
        let file: File = toml::from_str(text).expect("TOML");
        for (table, lists) in &file.0 {
            for (list, words) in lists {
                assert!(!words.is_empty(), "{table}.{list}");
                for word in words {
                    assert_eq!(word, &word.to_lowercase(), "{table}.{list}");
                }
            }
        }
        let w = &*WORDS;
        assert!(w.asks.begin("what is it") && w.tasks.begin("write a queue"));
        assert!(w.anywhere.stand_in("これは何ですか") && w.points_down.stand_in("the output is"));
        assert!(w.points_at_list.stand_in("explain each of these "));
        assert!(w.headings.advice.begin("preparing for questions"));
        assert!(
            w.weak_tasks.begin("use tools")
                && w.orders.begin("write a program")
                && w.goes_on.begin("if so, why")
                && w.small.len() > 10
        );
        for names in [
            &w.headings.contents,
            &w.headings.beside,
            &w.headings.answers,
            &w.headings.aside,
            &w.headings.asked,
            &w.headings.given,
            &w.headings.ways,
            &w.headings.totals,
            &w.headings.buttons,
            &w.headings.parts,
            &w.headings.remarks,
            &w.headings.own,
            &w.headings.story,
            &w.columns.questions[0],
            &w.columns.questions[1],
            &w.columns.questions[2],
            &w.columns.answers,
            &w.columns.topics,
            &w.columns.hardness,
            &w.columns.kinds,
            &w.columns.stages,
            &w.columns.setups,
            &w.columns.probes,
            &w.columns.others,
            &w.hardness[0],
            &w.hardness[1],
            &w.hardness[2],
        ] {
            assert!(!names.is_empty());
        }
        for phrases in [
            &w.naming.questions,
            &w.naming.meetings,
            &w.naming.tasks,
            &w.naming.about,
            &w.naming.imprint,
        ] {
            assert!(!phrases.0.is_empty());
        }
        assert!(!w.labels.questions.near("q").is_empty() && !w.labels.answers.near("a").is_empty());
        assert!(!w.labels.probes.near("p").is_empty());
    }

    #[test]
    fn a_stem_ends_where_a_word_ends_unless_the_script_has_no_words() {
        let stems = Stems::of(vec!["is".to_owned(), "qu'".to_owned(), "写出".to_owned()]);
        assert!(stems.begin("is it") && !stems.begin("isabel") && !stems.begin("is-a"));
        assert!(stems.begin("qu'est") && stems.begin("写出下面"));
    }
}
