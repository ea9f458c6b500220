//! Words that people type and words that a text may have instead: daily words, trade words, British spelling.

/// Words and expressions, folded, each of which finds texts with any other of its row.
const ROWS: &[&[&str]] = &[
    // Work, and the end of it.
    &[
        "laid off",
        "layoff",
        "lay off",
        "redundancy",
        "redundancies",
        "redundant",
        "made redundant",
        "unemployed",
        "unemployment",
        "out of work",
        "without work",
        "job loss",
        "lost my job",
        "cut job",
        "post was cut",
    ],
    &[
        "fired",
        "dismissed",
        "dismissal",
        "sacked",
        "let go",
        "terminated",
    ],
    &["salary", "pay", "wage", "compensation", "pay range"],
    &["counteroffer", "counter offer", "counter-offer"],
    &[
        "school leaver",
        "first job",
        "no experience",
        "entry level",
        "entry-level",
        "newcomer",
    ],
    &["apprentice", "apprenticeship", "trainee"],
    &["intern", "internship", "work experience"],
    &["probation", "trial period"],
    &["career break", "gap"],
    &["burnout", "burn-out", "burned out", "burnt out"],
    &["overtime", "extra hours"],
    &["shift work", "shifts", "night shift"],
    &["boss", "manager", "supervisor", "line manager"],
    &["coworker", "co-worker", "colleague"],
    &["reference", "referee"],
    &["resume", "cv", "curriculum vitae"],
    &["holiday", "vacation", "annual leave"],
    &["maternity", "pregnancy", "pregnant", "parental leave"],
    &["visa", "work permit", "right to work", "sponsorship"],
    &[
        "criminal record",
        "conviction",
        "record-disclosure",
        "background check",
    ],
    &[
        "remote",
        "home office",
        "work from home",
        "working from home",
    ],
    // The talk itself.
    &[
        "nervous",
        "nervousness",
        "nerves",
        "anxious",
        "anxiety",
        "stage fright",
    ],
    &["rejection", "rejected", "turned down"],
    &["ghosted", "ghosting", "no reply"],
    &["accommodation", "adjustment", "reasonable adjustment"],
    &["assessment center", "assessment day"],
    &["disability", "disabled", "impairment"],
    &["age", "ageism", "over 50", "over fifty"],
    // Schools.
    &[
        "principal",
        "headteacher",
        "head teacher",
        "headmaster",
        "headmistress",
        "head of school",
    ],
    &[
        "governor",
        "school governor",
        "school board",
        "board of governors",
    ],
    &[
        "safeguarding",
        "child protection",
        "child safety",
        "safeguard",
    ],
    &[
        "special needs",
        "special educational needs",
        "sen",
        "learning support",
    ],
    &["student", "pupil"],
    &[
        "behavior management",
        "classroom management",
        "discipline",
        "class rules",
    ],
    // Trades, shops and care.
    &["weld", "welding", "welder", "welded"],
    &["electrician", "electrical", "wiring"],
    &["plumber", "plumbing"],
    &["carer", "caregiver", "care worker"],
    &["till", "cash register", "checkout"],
    // Software.
    &["on-call", "on call", "oncall"],
    &["outage", "incident", "downtime"],
];

/// What somebody who cannot see, hear, read, speak or move as others do types, folded, and what they are after: the words
/// on one side do not stand for one another.
const NEEDS: &[&str] = &[
    "screen reader",
    "braille",
    "blind",
    "low vision",
    "partially sighted",
    "visually impaired",
    "disability",
    "disabled",
    "impairment",
    "dyslexia",
    "dyslexic",
    "stammer",
    "stammering",
    "stutter",
    "stuttering",
    "wheelchair",
    "step-free",
    "hearing aid",
    "hearing loss",
    "hard of hearing",
    "deaf",
    "sign language",
    "captions",
    "autism",
    "autistic",
    "adhd",
    "neurodivergent",
    "accessibility",
];
const NEEDED: &[&str] = &["adjustment", "accommodation"];

/// Letters from which on the beginning of a need stands for it.
const NEED: usize = 7;

/// From how many letters on the beginning of an expression stands for it.
const BEGINNING: usize = 5;

/// Most words of an expression.
const LONGEST: usize = 4;

/// British endings and middles, and the American ones in their place.
const SPELLINGS: [(&str, &str); 12] = [
    ("our", "or"),
    ("ise", "ize"),
    ("isi", "izi"),
    ("isa", "iza"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("lled", "led"),
    ("lling", "ling"),
    ("programme", "program"),
    ("defence", "defense"),
    ("licence", "license"),
    ("practis", "practic"),
];

/// Words of fewer letters are spelled alike everywhere, or are another word in the other spelling.
const SPELLED: usize = 6;

/// The first words of a query as one expression.
pub(super) struct First {
    /// How many words it has.
    pub(super) taken: usize,
    /// What stands for it.
    pub(super) alike: Vec<String>,
    /// What is meant by it.
    pub(super) meant: &'static [&'static str],
}

/// How many of the words begin a query as one expression, and what stands for it.
pub(super) fn first_of(words: &[&str]) -> First {
    for taken in (1..=words.len().min(LONGEST)).rev() {
        let typed = words[..taken].join(" ");
        let last = taken == words.len();
        let begun = |entry: &str| {
            let rest = entry.strip_prefix(typed.as_str());
            // `school` is a word of its own, and not the beginning of `school leaver`.
            let rest = rest.filter(|_| last && typed.len() >= BEGINNING);
            rest.is_some_and(|rest| rest.chars().all(char::is_alphanumeric))
        };
        let says = |entry: &str| entry == typed || begun(entry);
        let rows = ROWS.iter().filter(|row| row.iter().copied().any(says));
        let mut alike: Vec<String> = (rows.copied().flatten())
            .filter(|entry| **entry != typed)
            .map(|entry| (*entry).to_owned())
            .collect();
        if taken == 1 {
            alike.extend(spelled(&typed));
        }
        // A few letters are the beginning of other words as well: `access` is a program, and a right to go in.
        let needs = |entry: &str| entry == typed || typed.len() >= NEED && begun(entry);
        let meant = if NEEDS.iter().copied().any(needs) {
            NEEDED
        } else {
            &[]
        };
        if !alike.is_empty() || !meant.is_empty() {
            return First {
                taken,
                alike,
                meant,
            };
        }
    }
    First {
        taken: 1,
        alike: Vec::new(),
        meant: &[],
    }
}

/// Other spellings of a word, and the word for only one where it says more than one. Those that are no words find nothing.
fn spelled(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    if word.len() >= SPELLED {
        let other = |(british, american): &(&str, &str)| {
            word.contains(british)
                .then(|| word.replace(british, american))
        };
        out.extend(SPELLINGS.iter().filter_map(other));
    }
    let one = match word.strip_suffix("ies") {
        Some(stem) if !stem.is_empty() => Some(format!("{stem}y")),
        _ => word
            .strip_suffix('s')
            .filter(|one| one.len() >= 4 && !one.ends_with('s'))
            .map(str::to_owned),
    };
    out.extend(one);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::fold;

    #[test]
    fn entries_are_folded_stand_in_one_row_and_are_no_longer_than_is_looked_for() {
        let rows: Vec<&str> = ROWS.iter().copied().flatten().copied().collect();
        for all in [rows.as_slice(), NEEDS] {
            well_formed(all);
        }
    }

    fn well_formed(all: &[&str]) {
        for (at, entry) in all.iter().enumerate() {
            assert_eq!(fold(entry), *entry);
            assert!(!all[..at].contains(entry), "{entry} twice");
            assert!(entry.split(' ').count() <= LONGEST, "{entry}");
        }
    }

    #[test]
    fn the_beginning_of_a_word_stands_for_it_and_a_whole_word_not_for_longer_ones() {
        for word in ["school", "right", "stage", "class", "record", "background"] {
            let other = first_of(&[word]).alike;
            assert!(other.is_empty(), "{word}: {other:?}");
        }
        let begun = first_of(&["redun"]);
        assert!(begun.alike.contains(&"laid off".to_owned()));
        let career = first_of(&["career", "bre"]).alike;
        assert!(career.contains(&"gap".to_owned()));
    }

    #[test]
    fn a_short_or_unknown_word_stands_for_itself() {
        for word in ["four", "pay for", "press", "zzz"] {
            let words: Vec<&str> = word.split(' ').collect();
            let First { taken, alike, .. } = first_of(&words[..1]);
            assert_eq!(taken, 1);
            assert!(
                word.starts_with("pay") || alike.is_empty(),
                "{word}: {alike:?}"
            );
        }
    }
}
