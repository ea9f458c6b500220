//! Guesses what a misspelled word was meant to be.

/// What a difficulty may be.
pub const DIFFICULTY: &str = "Use 1 (warm-up), 2 (core) or 3 (stretch).";

/// `Did you mean "strong"?` when one of the words is close, else the list of what is allowed.
pub fn did_you_mean<'a>(word: &str, allowed: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(word, allowed.clone()) {
        Some(close) => format!("Did you mean `{close}`?"),
        None => format!("Use one of: {}.", list(allowed)),
    }
}

/// The closest of the words, if it is close enough to be meant: it begins with the whole word (`star` for `star-l`),
/// or at most every third letter differs.
pub fn nearest<'a>(word: &str, among: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let word = word.to_lowercase();
    let longer = |known: &&str| {
        let rest = known.strip_prefix(word.as_str());
        word.len() > 2 && rest.is_some_and(|rest| rest.starts_with(['-', '_']))
    };
    let exact = among.clone().any(|known| known == word);
    if let Some(longer) = among.clone().filter(|_| !exact).find(longer) {
        return Some(longer);
    }
    among
        .map(|known| (distance(&word, known), known))
        .min_by_key(|(far, _)| *far)
        .filter(|(far, known)| {
            *far <= word
                .chars()
                .count()
                .max(known.chars().count())
                .div_euclid(3)
                .clamp(1, 3)
        })
        .map(|(_, known)| known)
}

/// Most words that are listed; a longer list is cut, since nobody reads it.
const LISTED: usize = 25;

/// The words in backticks.
fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut all: Vec<String> = words.map(|w| format!("`{w}`")).collect();
    if all.len() > LISTED {
        all.truncate(LISTED);
        all.push("…".to_owned());
    }
    all.join(", ")
}

/// How many letters must be put in, taken out, changed or swapped with their neighbor (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(64).collect();
    let b: Vec<char> = b.chars().take(64).collect();
    let mut above: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(above[j - 2] + 1);
            }
            row.push(best);
        }
        above = last;
        last = row;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [&str; 4] = ["strong", "stages", "text", "red_flags"];

    #[test]
    fn a_slip_is_understood() {
        for (written, meant) in [
            ("stron", "strong"),
            ("stage", "stages"),
            ("tetx", "text"),
            ("redflags", "red_flags"),
        ] {
            assert_eq!(
                did_you_mean(written, FIELDS.into_iter()),
                format!("Did you mean `{meant}`?")
            );
        }
    }

    #[test]
    fn the_beginning_of_a_word_is_understood() {
        let shapes = ["soar", "star-l", "star-long"];
        assert_eq!(nearest("STAR", shapes.into_iter()), Some("star-l"));
        assert_eq!(nearest("soar", shapes.into_iter()), Some("soar"));
        assert_eq!(nearest("red", FIELDS.into_iter()), Some("red_flags"));
    }

    #[test]
    fn another_word_gets_the_list() {
        assert_eq!(
            did_you_mean("future", FIELDS.into_iter()),
            "Use one of: `strong`, `stages`, `text`, `red_flags`."
        );
    }

    #[test]
    fn a_word_that_shares_its_beginning_only_is_not_meant() {
        assert_eq!(nearest("minutes", ["min_s", "max_s"].into_iter()), None);
    }

    #[test]
    fn a_list_that_can_be_read_is_whole() {
        let words: Vec<String> = (0..25).map(|n| format!("word-number-{n}")).collect();
        let told = did_you_mean("zzz", words.iter().map(String::as_str));
        assert!(told.contains("`word-number-24`."), "{told}");
    }

    #[test]
    fn a_short_word_is_not_taken_for_just_anything() {
        assert_eq!(nearest("x", ["id", "text"].into_iter()), None);
    }
}
