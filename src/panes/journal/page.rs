//! One entry as it is read.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::desk::mask::ANOTHER;
use crate::desk::{Model, View};
use crate::domain::debriefed::is_begun;
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::library::StageId;
use crate::domain::search::Query;
use crate::domain::text::listed;
use crate::domain::time::day_and_date;
use crate::look::Role;
use crate::panes::debrief_words;
use crate::panes::told_words::told_to;
use crate::widgets::canvas::{cells, fit};
use crate::widgets::{Canvas, prose};

/// The title, or the first words of the text; of a debrief, whose it is.
pub fn title(entry: &Entry, model: &Model) -> String {
    if !entry.title.is_empty() {
        return entry.title.clone();
    }
    let stage = entry.stage.map(|s| s.short().to_lowercase());
    let of: Vec<String> = employer(entry, model).into_iter().chain(stage).collect();
    if entry.kind == EntryKind::Debrief && !of.is_empty() {
        let what = if is_begun(entry) {
            "Debrief, begun"
        } else {
            "Debrief"
        };
        return format!("{what}: {}", of.join(", "));
    }
    match entry.body.lines().find(|l| !l.trim().is_empty()) {
        Some(line) => line.trim().to_owned(),
        None if entry.kind == EntryKind::Debrief => "Debrief".to_owned(),
        None => "Without words".to_owned(),
    }
}

/// The same in a row of the list, where debriefs of one employer are told apart by their stage: that is never cut.
pub fn row_title(entry: &Entry, model: &Model, width: u16, sign: &str) -> String {
    let whole = title(entry, model);
    let (Some(employer), Some(stage)) = (employer(entry, model), entry.stage) else {
        return whole;
    };
    if entry.kind == EntryKind::Note || !entry.title.is_empty() || cells(&whole) <= width {
        return whole;
    }
    let begun = if is_begun(entry) { ", begun" } else { "" };
    let end = format!(", {}{begun}", stage.short().to_lowercase());
    let employer = fit(&employer, width.saturating_sub(cells(&end)), sign);
    format!("{employer}{end}")
}

/// The employer that an entry is about, as shown.
pub fn employer(entry: &Entry, model: &Model) -> Option<String> {
    if let Some(elsewhere) = entry.elsewhere() {
        let hidden = model.names_hidden.then_some(ANOTHER);
        return Some(hidden.unwrap_or(elsewhere).to_owned());
    }
    let application = model.journey.get(entry.application.as_ref()?)?;
    Some(model.employer(application))
}

/// What an entry is found by: all that is written, and the employer and the day that stand above it.
pub fn findable(entry: &Entry, model: &Model) -> String {
    let employer = employer(entry, model).unwrap_or_default();
    let day = entry.date.format("%Y-%m-%d, %-d %B %Y");
    format!("{}\n{employer}\n{day}", everything(entry, model))
}

/// Everything that can be copied, as plain text.
pub fn everything(entry: &Entry, model: &Model) -> String {
    let mut parts = vec![
        title(entry, model),
        entry.feeling.clone(),
        entry.tags.join(" "),
        entry.body.clone(),
    ];
    if let Some(debrief) = &entry.debrief {
        parts.extend(debrief_lines(debrief, entry.stage, model));
    }
    parts.retain(|p| !p.is_empty());
    parts.join("\n")
}

/// Rows above the text of an entry.
const HEAD: u16 = 3;

/// The part of the page in which its text moves.
pub fn text_area(page: Rect) -> Rect {
    Rect {
        y: page.y + HEAD,
        height: page.height.saturating_sub(HEAD),
        ..page
    }
}

/// The text of an entry at a width.
pub fn lines(model: &Model, entry: &Entry, width: u16) -> Vec<String> {
    let mut lines = prose::wrap(&model.hide(&entry.body), width);
    if let Some(debrief) = &entry.debrief {
        for line in debrief_lines(debrief, entry.stage, model) {
            lines.extend(prose::wrap(&model.hide(&line), width));
        }
    }
    lines
}

/// The line from which on the one is in sight that has most of some words; the first one, where that shows it.
pub fn begins_at(lines: &[String], words: &str, height: u16) -> usize {
    let words: Vec<Query> = words.split_whitespace().map(Query::new).collect();
    let hits = |line: &String| words.iter().filter(|word| word.matches(line)).count();
    let most = lines.iter().map(hits).max().filter(|most| *most > 0);
    let at = most.and_then(|most| lines.iter().position(|line| hits(line) == most));
    let at = at.filter(|at| *at >= usize::from(height));
    // With the line before it, so that one sees where one is.
    at.map_or(0, |at| at.saturating_sub(1))
}

/// Draws an entry from one of its lines on.
pub fn draw(
    view: &View<'_>,
    entry: &Entry,
    area: Rect,
    top: impl Fn(&[String], u16) -> usize,
    out: &mut Canvas<'_>,
) {
    let today = view.now.date();
    let when = when(entry, today);
    let used = out.put_right(area.right(), area.y, &when, area.width, Role::Dim);
    let head = view.model.hide(head(entry));
    out.put(
        area.x,
        area.y,
        &head,
        area.width.saturating_sub(used + 2),
        Role::Strong,
    );
    out.put(
        area.x,
        area.y + 1,
        &view.model.hide(&about(view.model, entry)),
        area.width,
        Role::Dim,
    );
    let text = text_area(area);
    let lines = lines(view.model, entry, area.width);
    let from = top(&lines, text.height).min(lines.len().saturating_sub(usize::from(text.height)));
    prose::draw_lines(out, text, lines.get(from..).unwrap_or_default(), Role::Ink);
}

/// The day, and the time where it is known.
fn when(entry: &Entry, today: NaiveDate) -> String {
    let when = day_and_date(entry.date, today);
    match entry.time {
        Some(time) => format!("{when} {}", time.format("%H:%M")),
        None => when,
    }
}

/// The title, or what kind of entry it is.
fn head(entry: &Entry) -> &str {
    match entry.kind {
        _ if !entry.title.is_empty() => &entry.title,
        EntryKind::Note => "Note",
        EntryKind::Debrief => "Debrief",
    }
}

/// All of an entry, line by line.
pub fn read_out(entry: &Entry, model: &Model, today: NaiveDate) -> Vec<String> {
    let mut lines = vec![
        format!("{}, {}.", head(entry), when(entry, today)),
        about(model, entry),
    ];
    lines.extend(entry.body.lines().map(str::to_owned));
    if let Some(debrief) = &entry.debrief {
        lines.extend(debrief_lines(debrief, entry.stage, model));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn about(model: &Model, entry: &Entry) -> String {
    let mut parts = Vec::new();
    if let Some(application) = entry
        .application
        .as_ref()
        .and_then(|id| model.journey.get(id))
    {
        parts.push(model.employer(application));
    }
    if let Some(stage) = entry.stage {
        parts.push(stage.short().to_lowercase());
    }
    if !entry.feeling.is_empty() {
        parts.push(entry.feeling.clone());
    }
    let thanked = entry.debrief.as_ref().map_or(&[][..], |d| &d.thanked);
    if entry.is_thanked() {
        parts.push("thank-you sent".to_owned());
    } else if !thanked.is_empty() {
        parts.push(format!("thank-you sent to {}", listed(thanked)));
    }
    let tags = entry.own_tags();
    if !tags.is_empty() {
        parts.push(format!("tags: {}", tags.join(", ")));
    }
    parts.join(", ")
}

fn debrief_lines(debrief: &Debrief, stage: Option<StageId>, model: &Model) -> Vec<String> {
    let mut out = Vec::new();
    conversation(&mut out, debrief, stage, model);
    particulars(&mut out, debrief, stage);
    lessons(&mut out, debrief);
    out
}

/// What was said on both sides, and how it went.
fn conversation(out: &mut Vec<String>, debrief: &Debrief, stage: Option<StageId>, model: &Model) {
    part(
        out,
        debrief_words::lines(stage),
        debrief.questions.iter().map(|q| {
            let level = q
                .level
                .map(|l| format!("  {}", l.word()))
                .unwrap_or_default();
            let reaction = q
                .reaction
                .map(|r| format!(", {}", r.words(stage)))
                .unwrap_or_default();
            let story = told_to(q, model).map(|story| format!("; {story}"));
            format!("{}{level}{reaction}{}", q.text, story.unwrap_or_default())
        }),
    );
    part(out, "What to do again", debrief.again.iter().cloned());
    part(out, "Where it slipped", debrief.slipped.iter().cloned());
    part(
        out,
        "Doubts they had",
        debrief.concerns.iter().map(|c| {
            if c.reply.is_empty() {
                c.text.clone()
            } else {
                format!("{} (my reply: {})", c.text, c.reply)
            }
        }),
    );
    part(
        out,
        "What I asked and heard",
        debrief
            .heard
            .iter()
            .map(|h| format!("{} {}", h.question, h.answer)),
    );
}

/// Single facts around it: how it ended, what comes next, who was there.
fn particulars(out: &mut Vec<String>, debrief: &Debrief, stage: Option<StageId>) {
    let single = [
        (debrief_words::manner(stage), &debrief.body_language),
        ("How I closed", &debrief.closed),
        ("Next step", &debrief.next_step),
        ("Documents they want", &debrief.documents),
        ("Contact", &debrief.contact),
        ("Story told", &debrief.story),
    ];
    for (name, text) in single {
        part(
            out,
            name,
            Some(text.clone()).into_iter().filter(|t| !t.is_empty()),
        );
    }
    part(
        out,
        "They decide",
        debrief
            .decision
            .iter()
            .map(|d| d.format("%a %-d %b %Y").to_string()),
    );
    part(
        out,
        "Who was there",
        debrief.people.iter().map(|p| {
            [p.with_said().as_str(), &p.title, &p.contact]
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        }),
    );
}

/// What is taken from it: feedback, what to work on, whether the plan was kept.
fn lessons(out: &mut Vec<String>, debrief: &Debrief) {
    part(
        out,
        "Feedback",
        debrief
            .feedback
            .iter()
            .map(|(from, text)| format!("{from}: {text}")),
    );
    part(out, "To work on", debrief.improve.iter().cloned());
    part(
        out,
        "I did what I had planned",
        debrief.level.iter().map(|l| l.word().to_owned()),
    );
}

fn part(out: &mut Vec<String>, name: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        out.push(String::new());
        out.push(name.to_owned());
        out.extend(lines.map(|l| format!("  {l}")));
    }
}
