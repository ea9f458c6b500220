//! Problems told to people, to programs, and in short.
//!
//! Everything is made visible once more before it is printed: what is quoted comes from files, and a renderer
//! cannot be trusted to hold back what could steer a terminal.

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::place::LEAD;
use crate::domain::text::visible;
use crate::problem::{Problem, Severity};

/// Widest line of a report, in columns.
const WIDTH: usize = 100;

/// The problems with the line each is about, a mark below it, and how to mend it.
pub fn human(problems: &[Problem]) -> String {
    let renderer = Renderer::plain()
        .decor_style(DecorStyle::Ascii)
        .term_width(WIDTH);
    let mut out = String::new();
    for problem in problems {
        out.push_str(&Shown::of(problem).render(&renderer));
        out.push_str("\n\n");
    }
    out.push_str(&summary(problems));
    out.push('\n');
    out
}

/// A problem with nothing in it that could steer a terminal.
struct Shown {
    level: Level<'static>,
    rule: Option<&'static str>,
    what: String,
    hint: String,
    note: Option<String>,
    file: String,
    line: usize,
    column: usize,
    text: String,
}

impl Shown {
    fn of(problem: &Problem) -> Self {
        Self {
            level: match problem.severity {
                Severity::Error => Level::ERROR,
                Severity::Warning => Level::WARNING,
            },
            rule: problem.rule,
            what: visible(&problem.what),
            hint: visible(&problem.hint),
            note: problem
                .record
                .as_deref()
                .map(|id| format!("in the record `{}`", visible(id))),
            file: visible(&problem.file),
            line: problem.place.line as usize,
            column: problem.place.column as usize,
            text: visible(&problem.line_text),
        }
    }

    fn render(&self, renderer: &Renderer) -> String {
        let title = self.level.clone().primary_title(&self.what);
        let title = match self.rule {
            Some(rule) => title.id(rule),
            None => title,
        };
        let mark = self.mark();
        let mut group = match &mark {
            Some(mark) => {
                let mark = AnnotationKind::Primary.span(mark.clone());
                let line = Snippet::source(&self.text)
                    .path(&self.file)
                    .line_start(self.line);
                title.element(line.annotation(mark))
            }
            // A whole file is told by its first line, where editors then go.
            None => title.element(Origin::path(&self.file).line(self.line.max(1))),
        };
        if let Some(note) = &self.note {
            group = group.element(Level::NOTE.message(note));
        }
        if !self.hint.is_empty() {
            group = group.element(Level::HELP.message(&self.hint));
        }
        let told = renderer.render(&[group]);
        self.corrected(told)
    }

    /// The renderer counts columns in the part of a long line that is quoted; the file's own are told.
    fn corrected(&self, told: String) -> String {
        if !self.text.starts_with('…') {
            return told;
        }
        let (file, line) = (&self.file, self.line);
        let of_part = format!("{file}:{line}:{}\n", LEAD + 2);
        told.replacen(&of_part, &format!("{file}:{line}:{}\n", self.column), 1)
    }

    /// The bytes of the character that the problem is about; a long line is quoted around it.
    fn mark(&self) -> Option<std::ops::Range<usize>> {
        let cut = self.text.starts_with('…');
        let at = if cut {
            LEAD + 1
        } else {
            self.column.saturating_sub(1)
        };
        let end = self.text.len();
        let mut starts = self
            .text
            .char_indices()
            .map(|(i, _)| i)
            .chain([end])
            .skip(at);
        let start = starts.next().unwrap_or(end);
        (!self.text.trim().is_empty()).then(|| start..starts.next().unwrap_or(end))
    }
}

/// One line for each problem as editors and compilers write them, `file:line:column: error: …`, and the counts.
pub fn short(problems: &[Problem]) -> String {
    let mut out = String::new();
    for problem in problems {
        let rule = problem
            .rule
            .map(|rule| format!(" [{rule}]"))
            .unwrap_or_default();
        let (severity, place) = (severity(problem), problem.spot());
        let told = format!(
            "{place}: {severity}: {} {}{rule}",
            problem.what, problem.hint
        );
        say(&mut out, format_args!("{}", visible(&told)));
    }
    out.push_str(&summary(problems));
    out.push('\n');
    out
}

/// How many errors and warnings there are, as a sentence.
pub fn summary(problems: &[Problem]) -> String {
    let errors = count(problems, Severity::Error);
    let warnings = count(problems, Severity::Warning);
    let several = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    match (errors, warnings) {
        (0, 0) => "Nothing is wrong.".to_owned(),
        (0, w) => format!("No errors, {}.", several(w, "warning")),
        (e, 0) => format!("{}.", several(e, "error")),
        (e, w) => format!("{}, {}.", several(e, "error"), several(w, "warning")),
    }
}

/// How many problems matter this much.
pub fn count(problems: &[Problem], severity: Severity) -> usize {
    problems
        .iter()
        .filter(|problem| problem.severity == severity)
        .count()
}

const fn severity(problem: &Problem) -> &'static str {
    match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn say(out: &mut String, line: std::fmt::Arguments<'_>) {
    let written = writeln!(out, "{line}");
    debug_assert!(written.is_ok(), "writing to a string");
}

/// The report for programs.
#[derive(Debug, Serialize)]
struct Report<'p> {
    format: u8,
    errors: usize,
    warnings: usize,
    problems: Vec<Row<'p>>,
}

#[derive(Debug, Serialize)]
struct Row<'p> {
    severity: &'static str,
    file: &'p str,
    line: u32,
    column: u32,
    record: Option<&'p str>,
    rule: Option<&'static str>,
    what: &'p str,
    hint: &'p str,
    text: &'p str,
}

/// The problems as one JSON object; `line` and `column` count from 1, 0 is the file as a whole.
pub fn json(problems: &[Problem]) -> String {
    let rows = problems.iter().map(|problem| Row {
        severity: severity(problem),
        file: &problem.file,
        line: problem.place.line,
        column: problem.place.column,
        record: problem.record.as_deref(),
        rule: problem.rule,
        what: &problem.what,
        hint: &problem.hint,
        text: &problem.line_text,
    });
    let report = Report {
        format: 1,
        errors: count(problems, Severity::Error),
        warnings: count(problems, Severity::Warning),
        problems: rows.collect(),
    };
    // Plain texts and numbers can always be written.
    let text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.chars().map(spelled_out).collect()
}

/// A character as JSON may hold it and a terminal may get it; the line ends of the layout stay.
fn spelled_out(c: char) -> String {
    let as_is = c.to_string();
    if c == '\n' || visible(&as_is) == as_is {
        return as_is;
    }
    let units = c.encode_utf16(&mut [0; 2]).to_vec();
    let spelled: Vec<String> = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
    spelled.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::check;

    fn problems() -> Vec<Problem> {
        check::pack(
            "packs/p.toml",
            "[[question]]\nid = \"a\"\ntext = \"Why?\"\nkind = \"behavoral\"\n",
        )
    }

    #[test]
    fn a_person_sees_the_line_and_what_to_write() {
        let told = human(&problems());
        let expected = "\
error[L01]: `kind` cannot be \"behavoral\".
 --> packs/p.toml:4:8
  |
4 | kind = \"behavoral\"
  |        ^
  |
  = note: in the record `a`
  = help: Did you mean `behavioral`?

1 error.
";
        assert_eq!(told, expected);
    }

    #[test]
    fn a_long_line_is_marked_at_its_place() {
        let text = format!(
            "[[question]]\nid = \"a\"\ntext = \"Why?\"\nstrong = [{{ text = \"Says {}\", core = 3 }}]\n",
            "x".repeat(300)
        );
        let column = text
            .lines()
            .last()
            .and_then(|line| line.find("3 }"))
            .expect("there")
            + 1;
        let told = human(&check::pack("p.toml", &text));
        let lines: Vec<&str> = told.lines().collect();
        let at = lines
            .iter()
            .position(|line| line.contains("core = 3"))
            .expect("the line");
        let caret = lines[at + 1].find('^').expect("a mark");
        assert_eq!(
            lines[at].char_indices().nth(caret).map(|(_, c)| c),
            Some('3'),
            "{told}"
        );
        assert!(told.contains(&format!("--> p.toml:4:{column}\n")), "{told}");
    }

    #[test]
    fn a_whole_file_is_told_with_a_line_to_go_to() {
        let mut problem = Problem::in_file("packs/p.toml", "It is not text.", "Save it as UTF-8.");
        assert!(human(&[problem.clone()]).contains("packs/p.toml:1"));
        problem.place.line = 7;
        assert!(human(&[problem]).contains("packs/p.toml:7"));
    }

    #[test]
    fn nothing_that_steers_reaches_the_terminal() {
        let mut problem = Problem::in_file("a\u{1b}[31m.toml", "x\u{9b}\u{202e}", "y\u{7}");
        problem.line_text = "z\u{1b}]0;T\u{7}".to_owned();
        problem.place.line = 1;
        for told in [
            human(&[problem.clone()]),
            short(&[problem.clone()]),
            json(&[problem]),
        ] {
            assert!(
                !told
                    .chars()
                    .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'),
                "{told:?}"
            );
        }
    }

    #[test]
    fn a_program_gets_numbers_and_the_same_words() {
        let told: serde_json::Value = serde_json::from_str(&json(&problems())).expect("JSON");
        assert_eq!(told["errors"], 1);
        assert_eq!(told["problems"][0]["line"], 4);
        assert_eq!(told["problems"][0]["rule"], "L01");
        let odd = Problem::in_file("a\u{202e}b", "x\u{1b}", "");
        let told: serde_json::Value = serde_json::from_str(&json(&[odd])).expect("JSON");
        assert_eq!(
            (
                told["problems"][0]["file"].as_str(),
                told["problems"][0]["what"].as_str()
            ),
            (Some("a\u{202e}b"), Some("x\u{1b}"))
        );
    }

    #[test]
    fn in_short_each_problem_is_a_line() {
        let told = short(&problems());
        assert!(told.starts_with("packs/p.toml:4:8: error: `kind` cannot be \"behavoral\". Did you mean `behavioral`? [L01]\n"), "{told}");
        assert!(told.ends_with("1 error.\n"));
        assert_eq!(summary(&[]), "Nothing is wrong.");
    }
}
