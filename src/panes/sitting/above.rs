//! What stands above an answer: the situation, the question, what is asked now, what was told, and open hints. The step
//! below has its rows first; what then has no room is cut in a fixed order, and a word says with which key it is read.

use ratatui::layout::Rect;

use super::table;
use crate::desk::View;
use crate::domain::practice::history::Fact;
use crate::domain::practice::pick::why_words;
use crate::domain::practice::record::{Hint, Input, Planned, Why};
use crate::domain::practice::sitting::{Phase, Prompt, Sitting};
use crate::domain::practice::talk_through::shown;
use crate::domain::practice::tally;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::library_words::kind_words;
use crate::panes::told_words::{advice, drawn_for, fitting_words};
use crate::widgets::canvas::{cells, fit};
use crate::widgets::stack::{Block, Cut, Placed, stack};
use crate::widgets::{Canvas, prose};

/// The parts, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Opening,
    Setup,
    Asked,
    /// The question that a follow-up goes back to.
    About,
    Cut,
    /// What kind of question it is, and why it was chosen.
    Kind,
    Told,
    Hints,
    /// The step itself.
    Step,
}

/// What gives up its room first. The situation stays above a follow-up while there are rows for it.
const CUTS: [Cut<Part>; 17] = [
    Cut::Drop(Part::Kind),
    Cut::Drop(Part::Opening),
    Cut::Gaps,
    Cut::Shrink(Part::About, 1),
    Cut::Shrink(Part::Hints, 2),
    Cut::Shrink(Part::Told, 3),
    Cut::Shrink(Part::Setup, 5),
    Cut::Drop(Part::About),
    Cut::Shrink(Part::Told, 2),
    Cut::Shrink(Part::Setup, 3),
    Cut::Shrink(Part::Hints, 1),
    Cut::Shrink(Part::Told, 1),
    Cut::Shrink(Part::Setup, 1),
    Cut::Shrink(Part::Asked, 2),
    Cut::Drop(Part::Hints),
    Cut::Drop(Part::Told),
    Cut::Drop(Part::Setup),
];

/// A part with its lines.
struct Lines {
    part: Part,
    lines: Vec<(String, Role)>,
}

/// Draws it in the upper part of an area; returns what is left for the step, `least` rows or more.
pub fn draw(
    view: &View<'_>,
    sitting: &Sitting,
    area: Rect,
    least: u16,
    out: &mut Canvas<'_>,
) -> Rect {
    let parts = parts(view, sitting, area.width);
    let placed = placed(&parts, area.height, least);
    let rows_shown = |part: Part| rows_of(&placed, part);
    let hides = |part: &Lines| hides(part, &placed);
    let more = parts
        .iter()
        .any(hides)
        .then(|| more_words(view, sitting, area.width));
    // It stands where something is missing, else beside what is asked.
    let at = parts
        .iter()
        .find(|part| hides(part) && rows_shown(part.part) > 0);
    let at = at.map_or(Part::Asked, |part| part.part);
    for part in &parts {
        let Some(place) = placed.iter().find(|p| p.what == part.part) else {
            continue;
        };
        let rect = Rect {
            y: area.y + place.y,
            height: place.rows,
            ..area
        };
        let more = more.as_deref().filter(|_| part.part == at);
        draw_part(part, rect, more, out);
    }
    let step = placed.iter().find(|p| p.what == Part::Step);
    let y = area.y + step.map_or(0, |p| p.y);
    Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    }
}

/// Whether something that is looked for has no room in an area.
pub fn is_cut(view: &View<'_>, sitting: &Sitting, area: Rect, least: u16) -> bool {
    let parts = parts(view, sitting, area.width);
    let placed = placed(&parts, area.height, least);
    parts.iter().any(|part| hides(part, &placed))
}

/// Where the parts have their place above a step of so many rows.
fn placed(parts: &[Lines], height: u16, least: u16) -> Vec<Placed<Part>> {
    let rows = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
    let mut blocks: Vec<Block<Part>> = (parts.iter())
        .map(|part| Block::new(part.part, rows(part.lines.len())))
        .collect();
    blocks.push(Block::new(Part::Step, least.min(height)));
    stack(&blocks, &CUTS, height, Some(Part::Asked))
}

fn rows_of(placed: &[Placed<Part>], part: Part) -> u16 {
    placed.iter().find(|p| p.what == part).map_or(0, |p| p.rows)
}

/// Whether lines of a part have no room; what kind of question it is, nobody misses.
fn hides(part: &Lines, placed: &[Placed<Part>]) -> bool {
    usize::from(rows_of(placed, part.part)) < part.lines.len()
        && !matches!(part.part, Part::Kind | Part::Opening | Part::About)
}

/// Draws the lines of a part for which there is room; of what was told the last ones, which are looked for.
fn draw_part(part: &Lines, area: Rect, more: Option<&str>, out: &mut Canvas<'_>) {
    let room = usize::from(area.height);
    let late = part.part == Part::Told;
    let from = if late {
        part.lines.len().saturating_sub(room)
    } else {
        0
    };
    let cut = part.lines.len() > room;
    // What is missing of the rows in sight is missing at this end of them.
    let end = if late { 0 } else { room.saturating_sub(1) };
    // Where nothing of this part is missing, the word stands behind a line that has room for it.
    let beside = more.map_or(0, |more| cells(more) + 2);
    let fits = |(line, _): &(String, Role)| cells(line).saturating_add(beside) <= area.width;
    let word = if cut {
        Some(end)
    } else {
        part.lines.iter().rposition(fits)
    };
    for (n, (line, role)) in part.lines.iter().skip(from).take(room).enumerate() {
        let y = area.y + u16::try_from(n).unwrap_or(0);
        let at_end = n == end;
        let used = more.filter(|_| word == Some(n)).map_or(0, |more| {
            out.put_right(area.right(), y, more, area.width, Role::Dim) + 2
        });
        let width = area.width.saturating_sub(used).min(prose::MEASURE);
        let sign = out.look().glyphs.cut;
        let line = if !cut || !at_end || late {
            line.clone()
        } else if cells(line) + 2 <= width {
            format!("{line} {sign}")
        } else {
            fit(&format!("{line}  "), width, sign)
        };
        out.put(area.x, y, &line, width, *role);
    }
}

/// `Ctrl+O more`
fn more_words(view: &View<'_>, sitting: &Sitting, width: u16) -> String {
    let context = match (sitting.phase(), sitting.input()) {
        (Phase::Ready, Input::Typed) => Context::Think,
        (Phase::Ready, Input::Aloud) => Context::Ready,
        (_, Input::Typed) => Context::Answer,
        (_, Input::Aloud) => Context::Aloud,
    };
    let key = view.key(context, Command::View);
    let key = if width < 50 {
        key.replace("Ctrl+", "^")
    } else {
        key
    };
    format!("{key} more")
}

/// A case that is only lent for practice stands back; a fact of the question does not.
pub fn setup_role(setup: &str) -> Role {
    if setup.starts_with("For practice") {
        Role::Dim
    } else {
        Role::Ink
    }
}

/// The parts that have something to say, wrapped.
fn parts(view: &View<'_>, sitting: &Sitting, width: u16) -> Vec<Lines> {
    let Some(prompt) = sitting.prompt() else {
        return Vec::new();
    };
    let setup = view.model.setup_of(sitting);
    let wrap = |text: &str, role: Role| -> Vec<(String, Role)> {
        let lines = prose::wrap(&view.model.hide(text), width).into_iter();
        lines.map(|line| (line, role)).collect()
    };
    let ready = sitting.phase() == Phase::Ready;
    // Nobody says in an interview what a question is about, or why they ask.
    let drill = sitting.head().shape.is_none();
    let opening = table::opening(view, sitting).filter(|_| ready);
    let about = sitting
        .asked_now()
        .map_or_else(String::new, |_| format!("Before: {}", prompt.text));
    let mut kind = Vec::new();
    if drill {
        // All of them: a question may count for what was asked for and be about something else first.
        let words = kind_words(&view.model.library, prompt.kind, prompt.competencies);
        kind.extend(wrap(&words, Role::Dim));
        let planned = sitting.planned().filter(|_| ready);
        kind.extend(
            planned
                .iter()
                .flat_map(|p| wrap(&why(p, sitting, view), Role::Dim)),
        );
    }
    if let Some(said) = advice(sitting, view.model) {
        kind.extend(wrap(&said, Role::Ink));
    }
    let told: Vec<_> = (told(sitting).iter())
        .flat_map(|said| wrap(said, Role::Ink))
        .collect();
    let hints: Vec<_> = (hints(view, sitting).iter())
        .flat_map(|hint| wrap(hint, Role::Dim))
        .collect();
    let all = [
        (
            Part::Opening,
            wrap(opening.as_deref().unwrap_or(""), Role::Dim),
        ),
        (Part::Setup, wrap(&setup, setup_role(&setup))),
        (Part::Asked, asked(view, sitting, &prompt, width)),
        (Part::About, wrap(&about, Role::Dim)),
        (
            Part::Cut,
            table::cut(sitting).map_or_else(Vec::new, |(text, role)| wrap(&text, role)),
        ),
        (Part::Kind, kind),
        (Part::Told, told),
        (Part::Hints, hints),
    ];
    let all = all.into_iter().map(|(part, lines)| Lines { part, lines });
    all.filter(|part| !part.lines.is_empty()).collect()
}

/// The reason for the question in hand, as a sentence: a plain fact of it.
fn why(planned: &Planned, sitting: &Sitting, view: &View<'_>) -> String {
    let model = view.model;
    let history = &model.practice.history;
    match &planned.why {
        Why::Weakest(id) => {
            let title = model.library.competency_title(id.as_str());
            let same =
                |fact: &Fact| (fact.shown()).is_some_and(|name| history.text(name) == id.as_str());
            let last = tally::recent(history, view.now.date()).find(|(fact, _)| same(fact));
            match last {
                Some((_, level)) => format!("{title}: {} the last time.", level.word()),
                None => format!("To practice: {}.", title.to_lowercase()),
            }
        }
        Why::Familiar if sitting.position().0 < sitting.position().1 => {
            let last = history.last(planned.question.as_str());
            let why = last.map_or(Why::Drawn, |(level, _)| Why::Due(level));
            why_words(&why, &model.library).sentence
        }
        why @ Why::Story(_) => {
            let words = drawn_for(why, model);
            words.unwrap_or_else(|| why_words(why, &model.library).sentence)
        }
        why if model.names_hidden => why_words(&why.nameless(), &model.library).sentence,
        why => why_words(why, &model.library).sentence,
    }
}

/// What was told so far, a line for each.
pub fn told(sitting: &Sitting) -> Vec<String> {
    let told = sitting.told();
    told.map(|(name, reply)| format!("They say, {}: {reply}", shown(name)))
        .collect()
}

/// What is asked now: the question, one point of it again, or what goes beyond it; where there is room with who asks.
fn asked(
    view: &View<'_>,
    sitting: &Sitting,
    prompt: &Prompt<'_>,
    width: u16,
) -> Vec<(String, Role)> {
    let now = sitting.retried_point().map_or_else(
        || sitting.asked_now().unwrap_or(prompt.text).to_owned(),
        |point| format!("Only this point, once more: {}", point.text),
    );
    // On a small screen the one who asks stands in the title.
    let roomy = view.screen.1 >= table::SMALL;
    let asker = table::asker(view.model, view.now, sitting).filter(|_| roomy);
    let asker = asker.map(|words| (words, Role::Dim)).into_iter();
    let lines = prose::wrap(&view.model.hide(&now), width).into_iter();
    asker
        .chain(lines.map(|line| (line, Role::Strong)))
        .collect()
}

/// The hints that are open.
fn hints(view: &View<'_>, sitting: &Sitting) -> Vec<String> {
    let mut hints = Vec::new();
    let frame = sitting
        .prompt()
        .and_then(|p| view.model.library.frameworks.get(p.framework.as_str()));
    if let Some(frame) = frame.filter(|_| sitting.hints().contains(&Hint::Shape)) {
        let steps: Vec<&str> = frame.steps.iter().map(|s| s.name.as_str()).collect();
        hints.push(format!("Shape: {}", steps.join(", ")));
    }
    if sitting.hints().contains(&Hint::Story) {
        hints.extend(fitting_words(sitting, view.model));
    }
    if let Some(outline) = sitting.outline() {
        hints.push(format!("Outline: {}", outline.join(" / ")));
    }
    let points = sitting.points_hint().into_iter().flatten();
    hints.extend(points.map(|point| format!("- {}", point.text)));
    hints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Look;
    use ratatui::buffer::{Buffer, Cell};

    #[test]
    fn the_word_for_more_cuts_no_line_that_is_whole() {
        let lines = ["How would you", "tell them what has happened here?"];
        let part = Lines {
            part: Part::Asked,
            lines: lines.map(|line| (line.to_owned(), Role::Ink)).to_vec(),
        };
        let look = Look::default();
        let mut buf = Buffer::empty(Rect::new(0, 0, 36, 2));
        let area = buf.area;
        draw_part(
            &part,
            area,
            Some("^O more"),
            &mut Canvas::new(&mut buf, &look),
        );
        let text: String = buf.content.iter().map(Cell::symbol).collect();
        assert!(text.contains(lines[0]) && text.contains(lines[1]), "{text}");
        assert!(text.contains("^O more"), "{text}");
    }
}
