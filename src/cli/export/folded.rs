//! Lines as calendars and address books want them (RFC 5545 and RFC 6350): `NAME:value`, folded at 75 octets, each ended by
//! CRLF, with commas, semicolons and line breaks of a text escaped.

/// Octets of a line without its end.
const MOST: usize = 75;

/// The lines so far.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
}

impl Folded {
    /// A line as it is: the value is none that a person wrote.
    pub fn line(&mut self, line: &str) -> &mut Self {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > MOST {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
        self
    }

    /// A line with the words of a person; none where there are none.
    pub fn words(&mut self, name: &str, words: &str) -> &mut Self {
        let words = words.trim();
        if !words.is_empty() {
            self.line(&format!("{name}:{}", escaped(words)));
        }
        self
    }

    /// All of it.
    pub fn done(self) -> String {
        self.text
    }
}

/// Words in which nothing is taken for a sign of the format.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A name that stays the same: letters and figures of the words, joined by dashes.
pub fn stable(words: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let words: String = words.to_lowercase().chars().map(plain).collect();
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(words: &str) -> String {
        let mut folded = Folded::default();
        folded.words("NOTE", words);
        folded.done()
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_unfolded_it_is_whole() {
        let words = "Küche und Büro, zweiter Stock; \u{1F3E5} ".repeat(9);
        let text = written(&words);
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= MOST, "{line}");
        }
        let whole = text.replace("\r\n ", "");
        let plain = whole.trim_end().replace("\\,", ",").replace("\\;", ";");
        assert_eq!(plain, format!("NOTE:{}", words.trim()));
    }

    #[test]
    fn signs_of_the_format_are_escaped_and_nothing_steers() {
        assert_eq!(
            written("a\\b; c, d\r\ne\u{1b}[31m"),
            "NOTE:a\\\\b\\; c\\, d\\ne [31m\r\n"
        );
        assert_eq!(written("  "), "");
    }

    #[test]
    fn a_name_stays_the_same() {
        assert_eq!(stable("R. Castellano (RN)"), "r-castellano-rn");
    }
}
