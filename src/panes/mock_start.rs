//! Before a mock: what it is, how long each part takes, who sits there, and what the format does by itself.

use ratatui::layout::Rect;

use super::mocking::{self, Way};
use super::{Head, Pane, Reason, step_of, text_height, text_width, words};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::id::BlueprintId;
use crate::domain::library::{Blueprint, Condition, Feedback, ItemKind, Member};
use crate::domain::practice::clock::Factor;
use crate::domain::practice::mock::{Laid, table};
use crate::domain::practice::nerves::Nerves;
use crate::domain::practice::rate;
use crate::domain::practice::record::{Input, Why};
use crate::domain::practice::shape::{Stop, Stretch};
use crate::domain::text::capital;
use crate::domain::time::clock_text;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, prose};

/// What stands behind the minutes of a part.
const MINUTES: &str = " min  ";

/// The page.
pub struct MockStart {
    id: BlueprintId,
    /// Laid out once, to say what it asks; the draw itself stays unseen.
    laid: Option<Laid>,
    way: Way,
    scroll: usize,
}

impl MockStart {
    /// Before this mock.
    pub fn new(id: BlueprintId) -> Self {
        Self {
            id,
            laid: None,
            way: Way::default(),
            scroll: 0,
        }
    }

    fn blueprint(&self, model: &Model) -> Option<std::sync::Arc<Blueprint>> {
        model.library.blueprints.get(self.id.as_str())
    }

    fn input(&self, model: &Model) -> Input {
        self.way.input.unwrap_or(model.profile.input)
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Main => {
                // What comes after the result is the list, and not this page again.
                desk.go(Go::Back);
                mocking::start(&self.id, None, self.way, desk);
            }
            Command::Record => {
                self.way.input = Some(match self.input(desk.model) {
                    Input::Typed => Input::Aloud,
                    Input::Aloud => Input::Typed,
                });
            }
            Command::Left => self.nerves(-1, desk),
            Command::Right => self.nerves(1, desk),
            Command::Back | Command::Close => desk.go(Go::Back),
            other => {
                if let Some(step) = step_of(other) {
                    self.step(step, desk);
                }
            }
        }
    }

    /// Scrolls the page, no further than its last line.
    fn step(&mut self, step: Step, desk: &Desk<'_>) {
        let lines = self.lines(desk.model, text_width(desk.screen)).len();
        let mut cursor = Cursor { at: self.scroll };
        cursor.scroll(step, lines, text_height(desk));
        self.scroll = cursor.at;
    }

    /// One more or less, on the row for it at the end of the page; from further up the keys go there first.
    fn nerves(&mut self, by: i8, desk: &Desk<'_>) {
        let before = self.scroll;
        self.step(Step::Last, desk);
        if self.scroll == before {
            self.way.nerves = Some(Nerves::stepped(self.way.nerves, by));
        }
    }

    fn lines(&self, model: &Model, width: u16) -> Vec<(String, Role)> {
        let (Some(blueprint), Some(laid)) = (self.blueprint(model), &self.laid) else {
            return vec![(
                "That mock is not in the library any more.".to_owned(),
                Role::Ink,
            )];
        };
        let mut lines = Vec::new();
        let mut say = |text: &str, role: Role| {
            let wrapped = match indent(text) {
                0 => prose::wrap(text, width),
                indent => prose::hang(text, width, indent),
            };
            lines.extend(wrapped.into_iter().map(|l| (l, role)));
        };
        for (text, role) in plan(&blueprint, laid, self.input(model), model) {
            say(&text, role);
        }
        say(" ", Role::Ink);
        say(&mocking::nerves_words(self.way.nerves), Role::Dim);
        lines
    }
}

/// What a mock is, part by part, what the format does by itself, and who sits there; a paragraph each, with a blank one
/// between groups.
pub fn plan(
    blueprint: &Blueprint,
    laid: &Laid,
    input: Input,
    model: &Model,
) -> Vec<(String, Role)> {
    let input = match input {
        _ if !is_answered(laid) => "You choose among what is shown.",
        Input::Typed => "You type your answers.",
        Input::Aloud => "You speak your answers.",
    };
    let ink = |text: String| (text, Role::Ink);
    let gap = || ink(" ".to_owned());
    let factor = model.profile.extra_time();
    let short = model.profile.rating.is_short(true);
    let mut lines = vec![
        ink(format!("{} {input}", how(blueprint, laid, (factor, short)))),
        gap(),
    ];
    let parts = laid.shape.sections.iter();
    lines.extend(parts.map(|section| ink(part(section, factor))));
    lines.extend(
        of_the_field(laid)
            .into_iter()
            .flat_map(|words| [gap(), ink(words)]),
    );
    for rule in rules(blueprint, laid, factor) {
        lines.extend([gap(), ink(rule)]);
    }
    if let Some(panel) = table(&laid.shape, &model.library) {
        let title = "Around the table, from your left".to_owned();
        lines.extend([gap(), (title, Role::Dim)]);
        lines.extend(panel.members.iter().map(|m| ink(seat(m, model))));
        lines.extend(met(laid, panel.members.len()).map(|words| (words, Role::Dim)));
    }
    lines
}

/// Whether anything in it is answered in one's own words.
fn is_answered(laid: &Laid) -> bool {
    let own = |stop: &Stop| stop.asks() || matches!(stop, Stop::Scenario(_));
    let mut stops = laid.shape.sections.iter().flat_map(|s| &s.stops);
    stops.any(own)
}

/// Where it is held and how long it takes, with the person's own time; the rating comes on top of that.
fn how(blueprint: &Blueprint, laid: &Laid, (factor, short): (Factor, bool)) -> String {
    let count = |minutes: usize| words::count(minutes, "minute", "minutes");
    let feedback = match blueprint.feedback {
        Feedback::End => "All of it is rated after the last question",
        Feedback::Each => "Each answer is rated at once",
    };
    let more = match rate::minutes(laid.plan.len(), short) {
        0 => String::new(),
        minutes => format!(", about {} more", count(minutes)),
    };
    let minutes = count(factor.minutes(blueprint.minutes) as usize);
    let (stage, time) = (blueprint.stage.short(), factor.note());
    format!("{stage}, {minutes}{time}. {feedback}{more}.")
}

/// `12 min  Plans and problems: 3 questions, up to 2 follow-ups each`
fn part(section: &Stretch, factor: Factor) -> String {
    let aside = section.stops.iter().filter(|stop| !stop.asks());
    let mut what: Vec<String> = aside.map(aside_words).collect();
    let asks = section.asks();
    if asks > 0 {
        let questions = words::count(asks, "question", "questions");
        what.push(match section.probes {
            0 => questions,
            probes => {
                let probes = words::count(usize::from(probes), "follow-up", "follow-ups");
                let each = if asks > 1 { " each" } else { "" };
                format!("{questions}, up to {probes}{each}")
            }
        });
    }
    if let ([Stop::Items(_, items)], [only]) = (section.stops.as_slice(), what.as_slice())
        && says_already(&section.title, only, items.len())
    {
        what.clear();
    }
    let what = match what.join(", then ") {
        what if what.is_empty() => what,
        what => format!(": {what}"),
    };
    let minutes = factor.minutes(section.minutes);
    format!("{minutes:>3}{MINUTES}{}{what}", section.title)
}

/// Cells before the words of a part, whatever number its minutes are; 0 for any other line.
fn indent(text: &str) -> usize {
    let part = text.split_once(MINUTES);
    part.filter(|(number, _)| number.trim().parse::<u32>().is_ok())
        .map_or(0, |(number, _)| number.len() + MINUTES.len())
}

/// Whether the title of a part tells already what is in it: `Twelve situations: best and worst`.
fn says_already(title: &str, what: &str, count: usize) -> bool {
    let title = title.to_lowercase();
    let noun = what.split(' ').next_back().unwrap_or_default();
    title.contains(noun) && title.contains(&words::number(count))
}

/// What is done beside questions.
fn aside_words(stop: &Stop) -> String {
    match stop {
        Stop::Checklist(_) => "a checklist".to_owned(),
        Stop::Scenario(_) => "a talk with choices".to_owned(),
        Stop::Items(ItemKind::Judgment, items) => {
            words::count(items.len(), "situation", "situations")
        }
        Stop::Items(ItemKind::SelfReport, items) => {
            words::count(items.len(), "statement", "statements")
        }
        Stop::GoOn => "the same question goes on".to_owned(),
        Stop::Break | Stop::Question | Stop::Fixed => "a break".to_owned(),
    }
}

/// What the format does by itself, and what makes it harder.
fn rules(blueprint: &Blueprint, laid: &Laid, factor: Factor) -> Vec<String> {
    let mut rules = Vec::new();
    let one_way = laid.shape.sections.iter().find(|s| s.is_one_way());
    if let Some(section) = one_way {
        let takes = match section.takes {
            Some(1) | None => "one take".to_owned(),
            Some(n) => format!("{n} takes, the last one counts"),
        };
        let clock = |s: Option<u32>| clock_text(u64::from(factor.apply(s.unwrap_or(0))));
        let (think, answer) = (clock(section.prep_s), clock(section.answer_s));
        let time = factor.note();
        rules.push(format!(
            "Nobody is there. After {think} of thinking the answer starts by itself, after {answer} it ends by itself{time}; {takes}. No pause and no way back. Speak to the lens, not to the text. With \"no clock\" in Settings nothing ends by itself."
        ));
    }
    rules.extend(blueprint.conditions.iter().map(|c| harder(*c).to_owned()));
    if !laid.short.is_empty() {
        rules.push(format!(
            "For your field the library has fewer questions than these parts ask for: {}.",
            laid.short.join("; ")
        ));
    }
    rules
}

const fn harder(condition: Condition) -> &'static str {
    match condition {
        Condition::TimePressure => "Time is short: each answer has a little less of it than usual.",
        Condition::NoiseNote => {
            "Something will be loud outside now and then; the screen says what."
        }
        Condition::LateStart => "They come late, and the end does not move.",
        Condition::SecondHalf => "Questions may have a second half that is held back.",
        Condition::Interrupted => "Somebody will cut in on an answer.",
    }
}

/// Whose names are at the table, where some are those of the interview that is ahead.
fn met(laid: &Laid, seats: usize) -> Option<String> {
    let own = laid.shape.people.len();
    let who = match own {
        0 => return None,
        1 => "One of them is somebody you are to meet".to_owned(),
        own if own == seats => "These are the people you are to meet".to_owned(),
        own => format!(
            "{} of them are people you are to meet",
            capital(&words::number(own))
        ),
    };
    let rest = if own == seats {
        ""
    } else {
        "; the others are invented"
    };
    Some(format!(
        "{who}{rest}. What they ask and look at is this mock's, not theirs."
    ))
}

/// How much of it is of the field that it is held in, where some of it is general.
fn of_the_field(laid: &Laid) -> Option<String> {
    let own = laid.plan.iter().filter(|p| p.why == Why::Field).count();
    let all = laid.plan.len();
    let one = if own == 1 { "belongs" } else { "belong" };
    (own > 0 && own < all).then(|| {
        format!(
            "{own} of the {all} questions {one} to this field of work; the others are asked anywhere."
        )
    })
}

/// `Ms. Sato, researcher, advises: customer focus and creativity`
fn seat(member: &Member, model: &Model) -> String {
    let focus: Vec<String> = (member.focus.iter())
        .map(|c| model.library.competency_title(c.as_str()).to_lowercase())
        .collect();
    let role = member.role.word().to_lowercase();
    format!(
        "{}, {}, {role}: {}",
        words::hide_names(model, &member.name),
        member.title,
        focus.join(" and ")
    )
}

impl Pane for MockStart {
    fn context(&self, _model: &Model) -> Context {
        Context::Mock
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => {
                self.laid = self
                    .blueprint(desk.model)
                    .and_then(|b| mocking::laid(desk.model, &b, 0, desk.now).map(|(laid, _)| laid));
            }
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        match command {
            Command::Main if self.blueprint(model).is_none() => {
                Some("That mock is not in the library any more.".to_owned())
            }
            Command::Record if self.laid.as_ref().is_some_and(|laid| !is_answered(laid)) => {
                Some("Nothing is typed or spoken in this one.".to_owned())
            }
            _ => None,
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let blueprint = self.blueprint(view.model);
        Head::Title {
            left: blueprint.map_or_else(String::new, |b| b.title.clone()),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        "Sit as you would there: alone, with the door closed.".to_owned()
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let lines = self.lines(view.model, area.width);
        prose::draw_page(out, area, &lines, self.scroll);
    }
}
