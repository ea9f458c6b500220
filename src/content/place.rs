//! Gives findings their line and column, and the line itself made safe to print.
//!
//! Paths are looked up in the file's own tree (`toml::de::DeTable` keeps the place of every key and value).
//! That tree is built only here, when there is something to tell.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::found::{Finding, Spot, Step, inside};
use super::from_toml::Slip;
use super::read::slip;
use super::syntax;
use crate::domain::text::{one_line, visible};
use crate::problem::{Place, Problem, Severity};

/// Longest line that is quoted whole, in characters.
const QUOTED: usize = 120;

/// How many characters before the place a longer line is quoted from.
pub const LEAD: usize = 40;

/// Longest message, in characters; what comes from a file could be any length.
const MESSAGE: usize = 400;

/// Turns findings into problems, in the order of files and lines.
///
/// `files` are the names (shown as they are, made safe) and texts that `Finding::file` counts through.
pub fn problems<N: AsRef<str>, T: AsRef<str>>(
    files: &[(N, T)],
    findings: Vec<Finding>,
) -> Vec<Problem> {
    let mut findings = findings;
    findings.sort_by_key(|f| f.file);
    let mut problems = Vec::with_capacity(findings.len());
    for of_file in findings.chunk_by(|a, b| a.file == b.file) {
        let known = of_file.first().and_then(|f| files.get(f.file));
        let (name, text) = known.map_or(("", ""), |(n, t)| (n.as_ref(), t.as_ref()));
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let page = Page::of(text);
        let mut here: Vec<Problem> = of_file.iter().map(|f| page.problem(name, f)).collect();
        here.sort_by_key(|p| p.place);
        problems.append(&mut here);
    }
    problems
}

/// Turns findings in files whose texts are not at hand into problems: the field is named in place of the line.
pub fn by_field(files: &[String], findings: Vec<Finding>) -> Vec<Problem> {
    let mut findings = findings;
    findings.sort_by_key(|f| f.file);
    let nowhere = Page::of("");
    let problem = |finding: &Finding| {
        let name = files.get(finding.file).map_or("", String::as_str);
        let field = match &finding.spot {
            Spot::Path(path) => inside(path),
            Spot::Byte(_) => String::new(),
        };
        let mut problem = nowhere.problem(name, finding);
        problem.place = Place::default();
        if !field.is_empty() {
            problem.hint = cut(&format!("{} Look at `{}`.", problem.hint, one_line(&field)));
        }
        problem
    };
    findings.iter().map(problem).collect()
}

/// Everything that keeps a file from being TOML; nothing when it is.
pub fn broken(name: &str, text: &str) -> Vec<Problem> {
    let problem = |fault: syntax::Fault| {
        at_byte(
            name,
            text,
            fault.byte,
            Severity::Error,
            &fault.what,
            &fault.hint,
        )
    };
    syntax::faults(text).into_iter().map(problem).collect()
}

/// What serde or the TOML parser says about a file, in plain words and at its place.
pub fn mistake(name: &str, text: &str, error: &Slip) -> Problem {
    if let Some(broken) = broken(name, text).into_iter().next() {
        return broken;
    }
    let (what, hint) = slip::shape(error.message());
    let byte = error.span().map_or(0, |span| span.start);
    at_byte(name, text, byte, Severity::Error, &what, &hint)
}

/// A warning about a field at the top of a file.
pub fn at_field(name: &str, text: &str, field: &str, what: &str, hint: &str) -> Problem {
    at_path(name, text, &[field], what, hint)
}

/// The same about a field further down, by the names of the tables above it.
pub fn at_path(name: &str, text: &str, path: &[&str], what: &str, hint: &str) -> Problem {
    let steps = path.iter().map(|key| Step::Key((*key).to_owned()));
    let finding = Finding {
        severity: Severity::Warning,
        file: 0,
        spot: Spot::Path(steps.collect()),
        record: None,
        rule: None,
        what: what.to_owned(),
        hint: hint.to_owned(),
    };
    Page::of(text).problem(name, &finding)
}

/// One problem at a byte of a text.
pub fn at_byte(
    name: &str,
    text: &str,
    byte: usize,
    severity: Severity,
    what: &str,
    hint: &str,
) -> Problem {
    let page = Page {
        text,
        starts: line_starts(text),
        tree: None,
    };
    page.problem(
        name,
        &Finding {
            severity,
            file: 0,
            spot: Spot::Byte(byte),
            record: None,
            rule: None,
            what: what.to_owned(),
            hint: hint.to_owned(),
        },
    )
}

/// Where the lines of a text start.
fn line_starts(text: &str) -> Vec<usize> {
    let ends = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
    std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect()
}

/// A file with its line starts and its tree.
struct Page<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// `None` when the text is not TOML; its findings have bytes then.
    tree: Option<Spanned<DeTable<'t>>>,
}

impl<'t> Page<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            starts: line_starts(text),
            tree: DeTable::parse(text).ok(),
        }
    }

    fn problem(&self, name: &str, finding: &Finding) -> Problem {
        let byte = match &finding.spot {
            Spot::Byte(byte) => *byte,
            Spot::Path(path) => self.byte_of(path),
        };
        let (place, line_text) = self.place(byte);
        Problem {
            severity: finding.severity,
            file: cut(&one_line(name)),
            place,
            line_text,
            record: finding
                .record
                .as_deref()
                .map(|id| cut(&one_line(id)))
                .filter(|id| !id.is_empty()),
            rule: finding.rule,
            what: cut(&one_line(&finding.what)),
            hint: cut(&one_line(&finding.hint)),
        }
    }

    /// The place of a field; of what it belongs to where the field itself is missing.
    fn byte_of(&self, path: &[Step]) -> usize {
        let Some(tree) = &self.tree else { return 0 };
        let mut byte = 0;
        let mut here = match path.first() {
            Some(Step::Key(key)) => tree.get_ref().get(key.as_str()),
            _ => None,
        };
        for step in path.get(1..).unwrap_or_default() {
            let Some(value) = here else { break };
            byte = start_of(value).unwrap_or(byte);
            here = match step {
                Step::Key(key) => value.get_ref().get(key.as_str()),
                Step::Item(index) => value.get_ref().get(*index),
            };
        }
        here.and_then(start_of).unwrap_or(byte)
    }

    fn place(&self, byte: usize) -> (Place, String) {
        let byte = byte.min(self.text.len());
        let line = self
            .starts
            .partition_point(|start| *start <= byte)
            .saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let end = self
            .starts
            .get(line + 1)
            .map_or(self.text.len(), |next| next - 1);
        let whole = self.text.get(start..end).unwrap_or_default();
        let before = self.text.get(start..byte).unwrap_or_default();
        let column = before.chars().count();
        let place = Place {
            line: number(line + 1),
            column: number(column + 1),
        };
        (place, quote(whole, before.len()))
    }
}

/// Where a value starts; a list of tables starts where its first table does.
fn start_of(value: &Spanned<DeValue<'_>>) -> Option<usize> {
    match value.get_ref() {
        DeValue::Array(list) if value.span().is_empty() => list.iter().next().and_then(start_of),
        _ => Some(value.span().start),
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A line as it may be shown: of a long one the part around a byte of it.
///
/// Only that part is made visible, since a file may be one line of a megabyte with a thousand mistakes.
fn quote(line: &str, byte: usize) -> String {
    let line = line.trim_end();
    if line.chars().nth(QUOTED).is_none() {
        return visible(line);
    }
    let before = line.get(..byte).unwrap_or(line);
    let start = before
        .char_indices()
        .rev()
        .nth(LEAD - 1)
        .map_or(0, |(at, _)| at);
    let rest = line.get(start..).unwrap_or_default();
    let end = rest
        .char_indices()
        .nth(QUOTED)
        .map_or(rest.len(), |(at, _)| at);
    let part = visible(rest.get(..end).unwrap_or(rest));
    let front = if start > 0 { "…" } else { "" };
    let back = if end < rest.len() { "…" } else { "" };
    format!("{front}{part}{back}")
}

/// A message of readable length.
fn cut(text: &str) -> String {
    if text.chars().count() <= MESSAGE {
        return text.to_owned();
    }
    text.chars().take(MESSAGE).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::found::{At, Sink};

    const PACK: &str = "title = \"T\"\n\n[[question]]\nid = \"a\"\n\n[[question]]\nid = \"b\"\nstrong = [\n  { text = \"One\" },\n  { text = \"Zwölf\", core = true },\n]\nanchors.solid = \"x\"\n";

    /// Line, column and quoted line of a finding at a path.
    fn place_of(text: &str, at: &At<'_>) -> (u32, u32, String) {
        let mut sink = Sink::default();
        sink.error(at, "Wrong.", "Mend it.");
        let found = problems(&[("a.toml", text)], sink.found);
        (
            found[0].place.line,
            found[0].place.column,
            found[0].line_text.clone(),
        )
    }

    #[test]
    fn a_field_deep_in_a_list_is_found() {
        let question = At::top("question");
        let question = question.item(1);
        let strong = question.key("strong");
        assert_eq!(
            place_of(PACK, &strong.item(1).key("core")),
            (10, 28, "  { text = \"Zwölf\", core = true },".to_owned())
        );
        assert_eq!(place_of(PACK, &question.key("anchors").key("solid")).0, 12);
    }

    #[test]
    fn a_missing_field_is_told_at_its_record() {
        let question = At::top("question");
        assert_eq!(
            place_of(PACK, &question.item(1).key("text")),
            (6, 1, "[[question]]".to_owned())
        );
        assert_eq!(place_of(PACK, &At::top("pack").key("id")).0, 1);
    }

    #[test]
    fn without_the_text_the_field_is_named() {
        let mut sink = Sink::default();
        let question = At::top("question");
        let question = question.item(1);
        let strong = question.key("strong");
        (sink.file, sink.record) = (1, Some("b".to_owned()));
        sink.error(&strong.item(1).key("core"), "Wrong.", "Mend it.");
        let found = by_field(&["a.toml".to_owned(), "b.toml".to_owned()], sink.found);
        let told = (found[0].to_string(), found[0].record.as_deref());
        let words = "b.toml: Wrong. Mend it. Look at `strong[2].core`.";
        assert_eq!(told, (words.to_owned(), Some("b")));
    }

    #[test]
    fn a_quoted_line_cannot_steer_the_terminal() {
        let (_, _, line) = place_of("title = \"\u{202e}x\u{9b}\"\n", &At::top("title"));
        assert_eq!(line, "title = \"\u{FFFD}x·\"");
    }

    #[test]
    fn a_thousand_mistakes_in_one_endless_line_are_placed_at_once() {
        let text = format!("questions = [{}]", "\"Was ist größer?\",".repeat(20_000));
        let mut sink = Sink::default();
        for i in 0..1_000 {
            sink.error(&At::top("questions").item(i * 20), "Wrong.", "Mend it.");
        }
        let found = problems(&[("a.toml", text)], sink.found);
        assert_eq!(
            found[999].place,
            Place {
                line: 1,
                column: 14 + 999 * 20 * 18
            }
        );
        assert!(found[999].line_text.chars().count() <= QUOTED + 2);
    }

    #[test]
    fn a_long_line_is_quoted_around_its_place() {
        let text = format!(
            "a = \"{}\"\nb = {{ x = \"{}\", here = 1 }}\n",
            "y".repeat(500),
            "z".repeat(500)
        );
        let (line, column, quoted) = place_of(&text, &At::top("b").key("here"));
        assert_eq!((line, column), (2, 522));
        let caret = quoted.chars().nth(LEAD + 1);
        assert_eq!(caret, Some('1'), "{quoted}");
    }
}
