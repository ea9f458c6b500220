//! The days as lines: what the page, plain mode and paper say.

use super::time;
use crate::desk::Model;
use crate::domain::next::{Day, Days, Kind, Part, Step, talk};
use crate::domain::text::full_stop;
use crate::domain::time::{Now, day_and_date, day_words};
use crate::panes::card::gathered::heading;
use crate::panes::leaflet::{self, Leaflet};
use crate::panes::words::{count, hide_names, number};

/// Where the days themselves lead to, and what they have no room for.
const PAGE: &str = "Enter opens the page of the interview.";

/// Steps that are named of those that are left out.
const NAMED: usize = 3;

/// What a line is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// A day, by its place.
    Day(usize),
    /// A step.
    Step(Box<Step>),
    /// What has no room.
    LeftOut,
    /// Words alone; nothing is marked there.
    Words,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is of.
    pub of: Of,
    /// Its words.
    pub text: String,
    /// What stands at the right.
    pub fact: String,
}

impl Line {
    fn words(text: String) -> Self {
        Self {
            of: Of::Words,
            text,
            fact: String::new(),
        }
    }

    /// Whether it can be marked.
    pub fn is_marked(&self) -> bool {
        self.of != Of::Words
    }

    /// The box before it, where it is ticked.
    pub fn tick(&self) -> &'static str {
        match &self.of {
            Of::Step(step) => tick(step),
            Of::Day(_) | Of::LeftOut | Of::Words => "",
        }
    }

    /// The whole line as text.
    pub fn told(&self) -> String {
        let fact = if self.fact.is_empty() {
            String::new()
        } else {
            format!(", {}", self.fact)
        };
        let tick = match self.tick() {
            "" => String::new(),
            tick => format!("{tick} "),
        };
        format!("{tick}{}{fact}", self.text)
    }
}

fn tick(step: &Step) -> &'static str {
    match (step.kind, step.done) {
        (Kind::Ticked, Some(_)) => "[x]",
        (Kind::Ticked, None) => "[ ]",
        (Kind::Opened | Kind::Rest, _) => "",
    }
}

/// What the page is called: `Your days until Thursday`.
pub fn title(days: &Days, now: Now) -> String {
    let today = now.date();
    match days.round.date {
        Some(date) if date == today => "Your interview is today".to_owned(),
        Some(date) => format!("Your days until {}", day_words(date, today)),
        None => "Your days".to_owned(),
    }
}

/// All lines, from the first day to what is done and what is left out.
pub fn lines(model: &Model, days: &Days, now: Now) -> Vec<Line> {
    let mut lines = Vec::new();
    if days.list.iter().any(|day| day.part == Part::Before) {
        lines.push(Line::words(follows(model, days)));
    }
    for (at, day) in days.list.iter().enumerate() {
        lines.push(Line {
            of: Of::Day(at),
            text: head(model, days, day, now),
            fact: fact(day, now),
        });
        lines.extend(day.steps.iter().map(|step| line(model, step)));
    }
    if !days.done.is_empty() {
        lines.push(Line::words("Done".to_owned()));
        lines.extend(days.done.iter().map(|step| line(model, step)));
    }
    lines.extend(left_out(model, days, now).map(|text| Line {
        of: Of::LeftOut,
        ..Line::words(text)
    }));
    lines
}

/// `30 minutes a day. The plan: Three days, laid out from now.`
fn follows(model: &Model, days: &Days) -> String {
    let minutes = count(model.profile.minutes_a_day.into(), "minute", "minutes");
    let plan = days.plan.as_ref().map_or_else(String::new, |plan| {
        format!(" The plan: {}, laid out from now.", plan.title)
    });
    format!("{minutes} a day.{plan}")
}

fn line(model: &Model, step: &Step) -> Line {
    Line {
        of: Of::Step(Box::new(step.clone())),
        text: hide_names(model, &step.text),
        fact: match step.minutes {
            0 => String::new(),
            minutes => format!("{minutes} min"),
        },
    }
}

/// `Today, Tue 1 Dec`, `Thu 3 Dec at 10:00: St. Mary, Nurse, panel interview`.
fn head(model: &Model, days: &Days, day: &Day, now: Now) -> String {
    let today = now.date();
    let date = day_and_date(day.date, today);
    let date = match (day.date - today).num_days() {
        0 => format!("Today, {date}"),
        1 => format!("Tomorrow, {date}"),
        _ => date,
    };
    match day.part {
        Part::Before => date,
        Part::Eve => format!("{date}: the last evening"),
        Part::Interview => {
            let at = days.round.time;
            let at = at.map_or_else(String::new, |t| format!(" at {}", t.format("%H:%M")));
            let what = match model.journey.get(&days.application) {
                Some(job) => format!("{}, {}", model.employer(job), talk(days.round.stage)),
                None => talk(days.round.stage).to_owned(),
            };
            format!("{date}{at}: {what}")
        }
    }
}

fn fact(day: &Day, now: Now) -> String {
    let open = day.steps.iter().any(|step| step.done.is_none());
    match (day.part, day.minutes()) {
        (Part::Before, _) if day.limit == 0 => "free".to_owned(),
        (Part::Before, _) if !open && day.date == now.date() && !day.steps.is_empty() => {
            "enough for today".to_owned()
        }
        (_, 0) => String::new(),
        (_, minutes) => format!("{minutes} min"),
    }
}

/// What has no room, and why.
fn left_out(model: &Model, days: &Days, now: Now) -> Option<String> {
    if days.left_out.is_empty() {
        return None;
    }
    let named = days.left_out.iter().take(NAMED);
    let named: Vec<String> = named
        .map(|s| hide_names(model, &s.text).trim_end_matches('.').to_owned())
        .collect();
    let more = days.left_out.len() - named.len();
    let more = match more {
        0 => String::new(),
        n => format!("; and {} more", number(n)),
    };
    let why = match days.list.first().map(|day| day.part) {
        Some(Part::Before) => "Left out, since the days before it have no room for more",
        _ if days.round.date == Some(now.date()) => "These can rest on the day itself",
        _ => "These can rest on a last evening",
    };
    Some(full_stop(&format!("{why}: {}{more}", named.join("; "))))
}

/// What a line can do, for the line of words below the page.
pub fn hint(line: &Line, model: &Model, days: &Days, now: Now) -> String {
    match &line.of {
        Of::Day(at) => match days.list.get(*at) {
            Some(day) if day.part == Part::Before && day.limit == 0 => {
                "A free day. Space takes it back.".to_owned()
            }
            Some(day) if day.part == Part::Before => {
                "Space: no time on this day. Left and right: minutes a day.".to_owned()
            }
            _ => PAGE.to_owned(),
        },
        Of::Step(step) => match (step.kind, step.done) {
            (Kind::Rest, _) => "A rest belongs to it. There is nothing to tick.".to_owned(),
            (Kind::Opened, _) => "Enter opens it.".to_owned(),
            (Kind::Ticked, Some(done)) => {
                let on = (done.on).map(|on| format!(" on {}", day_and_date(on, now.date())));
                let off = if done.by_itself {
                    ""
                } else {
                    " Space takes the tick off."
                };
                format!("Done{}.{off}", on.unwrap_or_default())
            }
            (Kind::Ticked, None) => "Enter leads to where it is done. Space ticks it.".to_owned(),
        },
        Of::LeftOut if time::can_be_more(model, days) => {
            "With more minutes a day there is room for more: right.".to_owned()
        }
        Of::LeftOut => PAGE.to_owned(),
        Of::Words => String::new(),
    }
}

/// What Space does there, in a word or two.
pub fn turns(line: &Line, days: Option<&Days>) -> &'static str {
    match &line.of {
        Of::Day(at) => {
            let day = days.and_then(|days| days.list.get(*at));
            if day.is_some_and(|day| day.limit == 0) {
                "not free"
            } else {
                "free day"
            }
        }
        Of::Step(step) if step.done.is_some() => "untick",
        Of::Step(_) | Of::LeftOut | Of::Words => "tick",
    }
}

/// The days as a page for paper.
pub fn leaflet(model: &Model, days: &Days, now: Now) -> Leaflet {
    let about = model.journey.get(&days.application);
    let about = about.map_or_else(String::new, |a| heading(model, a, days.round.stage));
    let mut parts: Vec<leaflet::Part> = Vec::new();
    for line in lines(model, days, now) {
        let step = matches!(line.of, Of::Step(_));
        match parts.last_mut().filter(|_| step) {
            Some(part) => part.lines.push(line.told()),
            None if matches!(line.of, Of::Day(_)) || line.text == "Done" => {
                parts.push(leaflet::Part::new(line.told(), Vec::new()));
            }
            None => parts.push(leaflet::Part::new("", vec![line.told()])),
        }
    }
    Leaflet {
        title: title(days, now),
        about,
        parts,
    }
}
