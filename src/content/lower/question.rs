//! Lowers questions.

use super::Lower;
use super::fields::{capped, id, ids, law, line, lines, prose, required, word, words};
use super::kinds::default_competency;
use crate::content::found::{At, Sink};
use crate::content::hint::DIFFICULTY;
use crate::content::raw;
use crate::domain::id::{CompetencyId, ExemplarId, FamilyId, FrameworkId, QuestionId, TopicId};
use crate::domain::library::{
    Kind, Numbers, Part, Persona, Point, Probe, Question, RedFlag, Reply, StageId, When, Window,
};
use crate::domain::text::one_line;

/// Longest time that may be asked for, in seconds: a take-home task is not timed here.
pub const MAX_SECONDS: u32 = 4 * 60 * 60;

impl Lower for raw::Question {
    type Into = Question;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Question {
        let kind = kind(&self, at, sink);
        let window = window(&self, kind, at, sink);
        let strong = points(sink, &at.key("strong"), self.strong);
        let probes = probes(sink, &at.key("probes"), self.probes, strong.len());
        Question {
            id: QuestionId::new(&self.id),
            text: required(sink, &at.key("text"), self.text),
            setup: prose(sink, &at.key("setup"), &self.setup),
            title: line(sink, &at.key("title"), self.title),
            kind,
            topic: id(&self.topic, TopicId::new),
            competencies: or(
                ids(
                    sink,
                    &at.key("competencies"),
                    &self.competencies,
                    CompetencyId::new,
                ),
                || CompetencyId::new(default_competency(kind)),
            ),
            stages: or(words(sink, &at.key("stages"), &self.stages), || {
                StageId::InPerson
            }),
            roles: or(
                ids(sink, &at.key("roles"), &self.roles, FamilyId::new),
                || FamilyId::new("general"),
            ),
            seniority: words(sink, &at.key("seniority"), &self.seniority),
            difficulty: difficulty(sink, &at.key("difficulty"), self.difficulty),
            window,
            strong,
            red_flags: red_flags(sink, &at.key("red_flags"), self.red_flags),
            probes,
            framework: FrameworkId::new(if self.framework.is_empty() {
                kind.framework()
            } else {
                &self.framework
            }),
            outline: lines(sink, &at.key("outline"), self.outline),
            variants: lines(sink, &at.key("variants"), self.variants),
            tests_note: line(sink, &at.key("tests_note"), self.tests_note),
            exemplars: ids(sink, &at.key("exemplars"), &self.exemplars, ExemplarId::new),
            standard: self.standard,
            notes: prose(sink, &at.key("notes"), &self.notes),
            tags: lines(sink, &at.key("tags"), self.tags),
            data: data(sink, &at.key("data"), self.data),
            numbers: self.numbers_check.as_ref().and_then(numbers),
            persona: self.persona.map(|p| persona(sink, &at.key("persona"), p)),
            concern: line(sink, &at.key("concern"), self.concern),
            replies: replies(sink, &at.key("options"), self.options),
            law: law(sink, at, self.jurisdiction, self.reviewed),
        }
    }
}

/// The list, or one stand-in where it is empty.
fn or<T>(list: Vec<T>, stand_in: impl FnOnce() -> T) -> Vec<T> {
    if list.is_empty() {
        vec![stand_in()]
    } else {
        list
    }
}

fn kind(question: &raw::Question, at: &At<'_>, sink: &mut Sink) -> Kind {
    let read = (!question.kind.is_empty()).then(|| word(sink, &at.key("kind"), &question.kind));
    read.flatten().unwrap_or(Kind::Behavioral)
}

fn difficulty(sink: &mut Sink, at: &At<'_>, difficulty: Option<u8>) -> u8 {
    match difficulty {
        None => 2,
        Some(d @ 1..=3) => d,
        Some(d) => {
            sink.error(at, format_args!("`{at}` is {d}."), DIFFICULTY);
            2
        }
    }
}

/// The times of the kind, and those that the record sets itself.
fn window(question: &raw::Question, kind: Kind, at: &At<'_>, sink: &mut Sink) -> Window {
    let usual = kind.window();
    let answer = question
        .answer_s
        .or(question.seconds)
        .unwrap_or(usual.answer);
    let window = Window {
        prep: question.prep_s.unwrap_or(usual.prep),
        answer,
        // A record that sets one time moves the edges of its kind no further than it must.
        min: question.min_s.unwrap_or(usual.min.min(answer)),
        max: question.max_s.unwrap_or(usual.max.max(answer)),
    };
    let named = [
        ("prep_s", window.prep),
        ("answer_s", answer),
        ("min_s", window.min),
        ("max_s", window.max),
    ];
    for (name, seconds) in named {
        if seconds > MAX_SECONDS {
            let field = if name == "answer_s" && question.answer_s.is_none() {
                "seconds"
            } else {
                name
            };
            let what = format_args!("`{field}` is {seconds} seconds; {MAX_SECONDS} are the limit.");
            sink.error(&at.key(field), what, "Write a time in seconds, such as 90.");
        }
    }
    if window.min > answer || answer > window.max || answer == 0 {
        let what = format_args!(
            "The answer time of {answer} s is not between {} and {} s.",
            window.min, window.max
        );
        sink.error(
            &at.key("answer_s"),
            what,
            "Set min_s ≤ answer_s ≤ max_s, or leave out the edges.",
        );
        return usual;
    }
    window
}

/// Lowers points, of a question or a framework.
pub fn points(sink: &mut Sink, at: &At<'_>, points: Vec<raw::Point>) -> Vec<Point> {
    let points = capped(sink, at, points).enumerate();
    points
        .map(|(i, p)| Point {
            text: required(sink, &at.item(i).key("text"), p.text),
            core: p.core,
            part: p.part.map(part),
        })
        .collect()
}

const fn part(part: raw::Part) -> Part {
    match part {
        raw::Part::Event => Part::Event,
        raw::Part::Action => Part::Action,
        raw::Part::Result => Part::Result,
        raw::Part::Insight => Part::Insight,
    }
}

fn red_flags(sink: &mut Sink, at: &At<'_>, flags: Vec<raw::RedFlag>) -> Vec<RedFlag> {
    let flags = capped(sink, at, flags).enumerate();
    flags
        .map(|(i, f)| RedFlag {
            text: required(sink, &at.item(i).key("text"), f.text),
            code: (!f.code.is_empty()).then(|| line(sink, &at.item(i).key("code"), f.code)),
            critical: f.critical,
        })
        .collect()
}

fn probes(sink: &mut Sink, at: &At<'_>, probes: Vec<raw::Probe>, points: usize) -> Vec<Probe> {
    let probes = capped(sink, at, probes).enumerate();
    probes
        .map(|(i, p)| Probe {
            text: required(sink, &at.item(i).key("text"), p.text),
            tests: line(sink, &at.item(i).key("tests"), p.tests),
            when: when(sink, &at.item(i).key("when"), &p.when, points),
        })
        .collect()
}

fn when(sink: &mut Sink, at: &At<'_>, text: &str, points: usize) -> When {
    match text {
        "" | "always" => return When::Always,
        "strong" => return When::Strong,
        _ => {}
    }
    let point = text
        .strip_prefix("missing:")
        .and_then(|n| n.parse::<u8>().ok())
        .filter(|n| (1..=points).contains(&usize::from(*n)));
    point.map_or_else(
        || {
            let what = format_args!("`{at}` is {text:?}; the question has {points} strong points.");
            let hint = "Write `always`, `strong` or `missing:` and the number of a point, from 1.";
            sink.error(at, what, hint);
            When::Always
        },
        When::Missing,
    )
}

fn data(sink: &mut Sink, at: &At<'_>, data: Vec<raw::Datum>) -> Vec<(String, String)> {
    let data = capped(sink, at, data).enumerate();
    data.map(|(i, d)| {
        (
            required(sink, &at.item(i).key("ask"), d.ask),
            required(sink, &at.item(i).key("reply"), d.reply),
        )
    })
    .collect()
}

fn replies(sink: &mut Sink, at: &At<'_>, replies: Vec<raw::Options>) -> Vec<Reply> {
    let replies = capped(sink, at, replies).enumerate();
    replies
        .map(|(i, r)| Reply {
            style: line(sink, &at.item(i).key("style"), r.style),
            text: required(sink, &at.item(i).key("text"), r.text),
        })
        .collect()
}

/// A sum; nothing where its value is no number, which the linter tells.
fn numbers(numbers: &raw::NumbersCheck) -> Option<Numbers> {
    let sound = numbers.value.is_finite() && numbers.tolerance.is_finite();
    sound.then(|| Numbers {
        formula: one_line(&numbers.formula),
        value: numbers.value,
        tolerance: numbers.tolerance.abs(),
    })
}

fn persona(sink: &mut Sink, at: &At<'_>, p: raw::Persona) -> Persona {
    Persona {
        name: line(sink, &at.key("name"), p.name),
        mood: line(sink, &at.key("mood"), p.mood),
        goal: line(sink, &at.key("goal"), p.goal),
        calms: line(sink, &at.key("calms"), p.calms),
        escalates: line(sink, &at.key("escalates"), p.escalates),
    }
}
