//! The days until an interview as lines: they are read, a step is done or ticked, and the minutes are set.

use super::elsewhere::CHAIRS;
use super::page::Said;
use super::seat::Seat;
use super::{drill, handbook, hear, offers, questions, read, set, steps, stories, talk, whole};
use crate::desk::{Effect, Go, Place, Section};
use crate::domain::journey::Which;
use crate::domain::next::{Days, Kind, Part, Step, Todo};
use crate::domain::time::day_and_date;
use crate::panes::card::gathered::Wanted;
use crate::panes::days::lines::{Line, Of, leaflet, lines, title};
use crate::panes::days::time::{CHOICES, set as set_minutes, turn_free};
use crate::panes::days::{NAME, meant};
use crate::panes::today::ahead::Ahead;
use crate::panes::words::count;
use crate::panes::{handbook as pages, leads, ticks};
use crate::store::layout;

/// What is done with them.
const WAYS: [&str; 5] = [
    "Do one of the steps.",
    "Tick a step, or take the tick off.",
    "Minutes a day.",
    "A day without time for it, or with time again.",
    "Write it into a file.",
];

/// Reads them, then asks what to do.
///
/// # Errors
/// When the user goes away.
pub fn read_days(seat: &mut Seat<'_>, wanted: &Wanted) -> Said<()> {
    if laid(seat, wanted).is_none() {
        seat.page
            .say("No interview with a day is to come. jobs gives one its day.");
        return Ok(());
    }
    steps::choose(
        seat,
        |seat| {
            tell(seat, wanted);
            seat.page.which("What with it? Enter leaves:", &WAYS)
        },
        |seat, way| match (way, laid(seat, wanted)) {
            (Some(way), Some(days)) => {
                act(seat, way, &days)?;
                Err(super::page::Away::Back)
            }
            _ => Ok(()),
        },
    )
}

fn laid(seat: &Seat<'_>, wanted: &Wanted) -> Option<Days> {
    let now = seat.now();
    let of = meant(&seat.model, wanted, now)?;
    Ahead::of(&seat.model, now).days(&seat.model, of, now)
}

fn all_lines(seat: &Seat<'_>, days: &Days) -> Vec<Line> {
    lines(&seat.model, days, seat.now())
}

fn tell(seat: &mut Seat<'_>, wanted: &Wanted) {
    let Some(days) = laid(seat, wanted) else {
        return;
    };
    seat.page.gap();
    seat.page.say(&format!("{}.", title(&days, seat.now())));
    for line in all_lines(seat, &days) {
        match line.of {
            Of::Step(_) => seat.page.hanging("- ", &line.told()),
            Of::Day(_) | Of::LeftOut | Of::Words => seat.page.say(&line.told()),
        }
    }
    seat.page.gap();
    seat.page.choices(&WAYS);
}

fn act(seat: &mut Seat<'_>, way: usize, days: &Days) -> Said<()> {
    match way {
        0 => {
            let open = |step: &Step| step.done.is_none() && step.kind != Kind::Rest;
            match which_step(seat, days, open)? {
                Some(step) => do_it(seat, &step.todo),
                None => Ok(()),
            }
        }
        1 => {
            let ticked = |step: &Step| {
                step.kind == Kind::Ticked && step.done.is_none_or(|done| !done.by_itself)
            };
            let Some(step) = which_step(seat, days, ticked)? else {
                return Ok(());
            };
            let (id, stage) = (&days.application, days.round.stage);
            seat.desk(|desk| ticks::toggle(desk, stage, Some(id), &step.text))
        }
        2 => {
            let words = CHOICES.map(|n| count(n.into(), "minute", "minutes"));
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            match seat.page.which("How many?", &words)? {
                Some(at) => seat.desk(|desk| set_minutes(CHOICES[at], desk)),
                None => Ok(()),
            }
        }
        3 => free(seat, days),
        _ => {
            let now = seat.now();
            let name = layout::entry_name(now.date(), NAME);
            let text = leaflet(&seat.model, days, now).markdown();
            seat.perform(&Effect::WritePage(name, text)).map(drop)
        }
    }
}

fn free(seat: &mut Seat<'_>, days: &Days) -> Said<()> {
    let today = seat.now().date();
    let before = days.list.iter().filter(|day| day.part == Part::Before);
    let dates: Vec<_> = before.map(|day| (day.date, day.limit == 0)).collect();
    if dates.is_empty() {
        seat.page.say("Only the last evening is left.");
        return Ok(());
    }
    let words = dates.iter().map(|(date, free)| {
        let free = if *free { ", free" } else { "" };
        format!("{}{free}.", day_and_date(*date, today))
    });
    let at = seat.page.pick(&words.collect::<Vec<_>>(), None)?;
    match dates.get(at) {
        Some((date, _)) => seat.desk(|desk| turn_free(*date, desk)),
        None => Ok(()),
    }
}

/// One of the steps, by its number.
fn which_step(
    seat: &mut Seat<'_>,
    days: &Days,
    fits: impl Fn(&Step) -> bool,
) -> Said<Option<Step>> {
    let all = all_lines(seat, days).into_iter();
    let fitting = all.filter_map(|line| match &line.of {
        Of::Step(step) if fits(step) => Some(((**step).clone(), line.told())),
        _ => None,
    });
    let (steps, words): (Vec<Step>, Vec<String>) = fitting.unzip();
    if steps.is_empty() {
        seat.page.say("There is no such step.");
        return Ok(None);
    }
    let at = seat.page.pick(&words, Some(0))?;
    Ok(steps.into_iter().nth(at))
}

/// Does what the day proposes; a step of the days before an interview leads to where it is done.
///
/// # Errors
/// When the user goes away.
pub fn do_it(seat: &mut Seat<'_>, todo: &Todo) -> Said<()> {
    if let Todo::Answer(id) = todo {
        return offers::choose(seat, Some(id));
    }
    let Todo::Step {
        application,
        stage,
        link,
        text,
    } = todo
    else {
        return drill::begin(seat, todo);
    };
    match leads::of_step(&seat.model, application, *stage, link) {
        Some((_, go)) => follow(seat, go)?,
        None => seat.page.say("Nothing opens for this step."),
    }
    let wanted = Some((application.clone(), Which::Of(*stage)));
    if laid(seat, &wanted).is_some_and(|days| days.is_done(text)) {
        seat.page.say("With that this step is done.");
    } else if seat.page.yes("Is this step done?", false)? {
        seat.desk(|desk| ticks::toggle(desk, *stage, Some(application), text))?;
    }
    Ok(())
}

fn follow(seat: &mut Seat<'_>, go: Go) -> Said<()> {
    let place = match go {
        Go::Section(Section::Stories) => return stories::choose(seat),
        Go::Open(place) => place,
        _ => return Ok(()),
    };
    match place {
        Place::Mock(id) => drill::begin(seat, &Todo::Mock(id)),
        Place::Stage(stage, id) => read::sheet(seat, stage, id.as_ref()),
        Place::Interview(stage, id) => read::sheet(seat, stage, Some(&id)),
        Place::Setup(_) => drill::set_up(seat),
        Place::Mocks => whole::choose(seat),
        Place::Talks => talk::choose(seat),
        Place::Sets => set::choose(seat),
        Place::SetupChairs => {
            seat.page.say(CHAIRS);
            Ok(())
        }
        Place::Seats => hear::choose(seat),
        Place::Library | Place::Question(_) => questions::choose(seat),
        Place::Page(id) => page(seat, &id),
        Place::Voices(id) => page(seat, id.as_str()),
        _ => Ok(()),
    }
}

/// A page of the handbook.
fn page(seat: &mut Seat<'_>, id: &str) -> Said<()> {
    match pages::part::leaf(&seat.model.library, id) {
        Some(leaf) => handbook::read(seat, &leaf, None),
        None => Ok(()),
    }
}
