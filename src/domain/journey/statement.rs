//! What an employer was told, and where two statements differ. Which of them is right is not asked here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::library::StageId;
use crate::domain::search::fold;
use crate::domain::time::short_date;

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The pay that was named.
    Pay,
    /// The notice period.
    Notice,
    /// Why one leaves.
    Leaving,
    /// Other offers, and other talks.
    Offers,
    /// The first day at work.
    Start,
    /// What was promised to be sent or done.
    Promised,
    /// Anything else.
    Other,
}

impl About {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::Pay,
        Self::Notice,
        Self::Leaving,
        Self::Offers,
        Self::Start,
        Self::Promised,
        Self::Other,
    ];

    /// The word before a statement.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pay => "Pay",
            Self::Notice => "Notice",
            Self::Leaving => "Why leaving",
            Self::Offers => "Other offers",
            Self::Start => "Start",
            Self::Promised => "Promised",
            Self::Other => "Other",
        }
    }

    /// Whether two of them speak of the same thing; promises and the rest are many.
    const fn is_one_thing(self) -> bool {
        !matches!(self, Self::Promised | Self::Other)
    }
}

/// Something that an employer was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What about.
    pub about: About,
    /// What was said.
    pub words: String,
    /// To whom; may be empty.
    pub to: String,
    /// In which round, where that was said.
    pub stage: Option<StageId>,
    /// On which day.
    pub date: Option<NaiveDate>,
    /// Whether what was promised is sent.
    pub sent: bool,
}

impl Statement {
    /// The day, else the round; empty where neither is known.
    pub fn when(&self, today: NaiveDate) -> String {
        let stage = || self.stage.map(|stage| stage.short().to_lowercase());
        let day = self.date.map(|date| short_date(date, today));
        day.or_else(stage).unwrap_or_default()
    }

    /// `Lee, 20 Feb`.
    pub fn to_whom(&self, today: NaiveDate) -> String {
        let parts = [self.to.clone(), self.when(today)];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        parts.join(", ")
    }

    /// What stands beside another one that does not say the same: `differs from 20 Feb`.
    pub fn apart(&self, today: NaiveDate) -> String {
        match self.when(today).as_str() {
            "" => "differs from the other line".to_owned(),
            when => format!("differs from {when}"),
        }
    }

    /// The same where that other one is not in sight: `differs from 52,000, 20 Feb`.
    fn apart_in_words(&self, today: NaiveDate) -> String {
        match self.when(today).as_str() {
            "" => format!("differs from {}", self.words),
            when => format!("differs from {}, {when}", self.words),
        }
    }

    /// Whether it is a promise that is still to be kept.
    pub fn is_open(&self) -> bool {
        self.about == About::Promised && !self.sent
    }

    /// Whether it says the same as another one, however that is written.
    fn says_the_same(&self, other: &Self) -> bool {
        plain(&self.words) == plain(&other.words)
    }
}

/// Words without case, accents and marks; `90,000` is `90000`.
fn plain(words: &str) -> String {
    let folded: Vec<char> = fold(words).chars().collect();
    let digit = |at: Option<usize>| {
        at.and_then(|at| folded.get(at))
            .is_some_and(char::is_ascii_digit)
    };
    let parted = |at: usize| digit(at.checked_sub(1)) && digit(Some(at + 1));
    let shown = folded.iter().enumerate().filter_map(|(at, c)| match c {
        ',' if parted(at) => None,
        c if c.is_alphanumeric() => Some(*c),
        _ => Some(' '),
    });
    let shown: String = shown.collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The places of all statements in the order in which they are read: by what they are about, the oldest first.
pub fn in_order(all: &[Statement]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..all.len()).collect();
    places.sort_by_key(|at| (all[*at].about, all[*at].date));
    places
}

/// The statement about the same thing that says something else: the newest before it, else the first after it.
pub fn differs(all: &[Statement], at: usize) -> Option<&Statement> {
    let one = all.get(at).filter(|one| one.about.is_one_thing())?;
    let places = in_order(all);
    let (before, after) = places.split_at(places.iter().position(|place| *place == at)?);
    let other =
        |place: &&usize| all[**place].about == one.about && !all[**place].says_the_same(one);
    let found = before.iter().rev().find(other);
    let found = found.or_else(|| after.iter().find(other));
    found.map(|place| &all[*place])
}

/// The facts behind a statement: to whom and when, what it differs from, whether what was promised is sent.
pub fn facts(all: &[Statement], at: usize, today: NaiveDate) -> Vec<String> {
    told_of(all, at, today, Statement::apart)
}

fn told_of(
    all: &[Statement],
    at: usize,
    today: NaiveDate,
    apart: fn(&Statement, NaiveDate) -> String,
) -> Vec<String> {
    let Some(one) = all.get(at) else {
        return Vec::new();
    };
    let differs = differs(all, at).map(|other| apart(other, today));
    let sent = if one.is_open() {
        Some("not sent yet")
    } else {
        one.sent.then_some("sent")
    };
    let facts = [Some(one.to_whom(today)), differs, sent.map(str::to_owned)];
    let facts = facts.into_iter().flatten();
    facts.filter(|fact| !fact.is_empty()).collect()
}

/// What was said, with the facts behind it: `52,000 (Lee, 20 Feb)`; what it differs from stands there in words, for the
/// other one may not be in sight.
pub fn with_facts(all: &[Statement], at: usize, today: NaiveDate) -> String {
    let words = all.get(at).map_or("", |one| &one.words);
    let facts = told_of(all, at, today, Statement::apart_in_words);
    if facts.is_empty() {
        words.to_owned()
    } else {
        format!("{words} ({})", facts.join(", "))
    }
}

/// The same behind what it is about: `Pay: 52,000 (Lee, 20 Feb)`.
pub fn line(all: &[Statement], at: usize, today: NaiveDate) -> String {
    let about = all.get(at).map_or("", |one| one.about.word());
    format!("{about}: {}", with_facts(all, at, today))
}

/// What stands now: of each thing the newest statement, promises that are still to be kept, and all of the rest.
pub fn standing(all: &[Statement]) -> Vec<usize> {
    let places = in_order(all);
    let stands = |(n, place): (usize, &usize)| {
        let one = &all[*place];
        let next = places.get(n + 1).map(|next| all[*next].about);
        let is_newest = next != Some(one.about) || !one.about.is_one_thing();
        (is_newest && (one.about != About::Promised || one.is_open())).then_some(*place)
    };
    places.iter().enumerate().filter_map(stands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 3, n)
    }

    fn told(about: About, words: &str, date: Option<NaiveDate>) -> Statement {
        Statement {
            about,
            words: words.to_owned(),
            to: "Lee T.".to_owned(),
            stage: None,
            date,
            sent: false,
        }
    }

    #[test]
    fn a_pay_figure_that_is_another_one_differs_from_the_last_one() {
        let all = [
            told(About::Pay, "52,000", day(2)),
            told(About::Notice, "six weeks", day(2)),
            told(About::Pay, "52000.", day(4)),
            told(About::Pay, "56,000", day(6)),
        ];
        assert_eq!(differs(&all, 3), Some(&all[2]));
        assert_eq!(differs(&all, 2), Some(&all[3]), "both are told");
        assert_eq!(differs(&all, 1), None);
        assert_eq!(
            differs(&all[..3], 2),
            None,
            "written otherwise, said the same"
        );
    }

    #[test]
    fn two_promises_are_two_and_never_differ() {
        let all = [
            told(About::Promised, "the talk link", day(2)),
            told(About::Promised, "two references", day(3)),
        ];
        assert_eq!(differs(&all, 1), None);
    }

    #[test]
    fn what_stands_is_the_newest_and_what_is_still_to_be_sent() {
        let mut sent = told(About::Promised, "the talk link", day(2));
        sent.sent = true;
        let all = [
            told(About::Pay, "56,000", day(6)),
            told(About::Pay, "52,000", day(2)),
            sent,
            told(About::Promised, "references", day(5)),
            told(About::Other, "no nights", None),
            told(About::Other, "the choir", None),
        ];
        assert_eq!(standing(&all), [0, 3, 4, 5]);
    }

    #[test]
    fn a_line_tells_to_whom_and_when_what_it_differs_from_and_whether_it_is_sent() {
        let today = day(12).expect("a day");
        let mut all = [
            told(About::Pay, "52,000", day(2)),
            told(About::Pay, "56,000", day(6)),
            told(About::Promised, "references", day(5)),
        ];
        let pay = "Pay: 56,000 (Lee T., 6 Mar, differs from 52,000, 2 Mar)";
        assert_eq!(line(&all, 1, today), pay);
        let open = "references (Lee T., 5 Mar, not sent yet)";
        assert_eq!(with_facts(&all, 2, today), open);
        all[2].sent = true;
        assert_eq!(facts(&all, 2, today), ["Lee T., 5 Mar", "sent"]);
    }

    #[test]
    fn when_is_the_day_or_else_the_round() {
        let today = day(12).expect("a day");
        let mut one = told(About::Pay, "52,000", day(2));
        assert_eq!(one.to_whom(today), "Lee T., 2 Mar");
        one.date = None;
        one.stage = Some(StageId::Panel);
        assert_eq!(one.to_whom(today), "Lee T., panel");
    }
}
