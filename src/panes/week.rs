//! The week: minutes of each day as bars, always with their figures.

use ratatui::layout::Rect;

use super::heading::heading;
use super::words;
use crate::desk::View;
use crate::domain::progress::{self, Day};
use crate::look::Role;
use crate::widgets::Canvas;

/// Rows of the form with bars of several rows.
const TALL: u16 = 9;

/// Rows of the form with bars of one row.
const LOW: u16 = 3;

/// Minutes of a week below which bars tell nothing.
const LITTLE: u32 = 5;

/// Steps of one cell of a bar.
const STEPS: u32 = 4;

/// Rows that the week would like: its heading alone while there is nothing to draw.
pub fn rows(view: &View<'_>, tall: bool) -> u16 {
    match (is_little(&days(view)), tall) {
        (true, _) => 1,
        (false, true) => TALL,
        (false, false) => LOW,
    }
}

/// Draws the heading, and as much of the bars as there is room for.
pub fn draw(view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
    let days = days(view);
    heading(area, "This week", &sum(&days), out);
    if is_little(&days) {
        return;
    }
    if area.height >= TALL {
        let bars = Rect::new(area.x, area.y + 2, area.width, area.height - 4);
        draw_tall(&days, full(view, &days), bars, out);
    } else if area.height >= LOW {
        let bars = Rect::new(area.x, area.y + 1, area.width, 2);
        draw_low(&days, full(view, &days), bars, out);
    }
}

fn days(view: &View<'_>) -> [Day; 7] {
    progress::week(&view.model.practice.history, view.now.date())
}

fn is_empty(days: &[Day; 7]) -> bool {
    days.iter().all(|d| d.minutes == 0)
}

/// Whether there is too little to be drawn; the words beside the heading say it.
fn is_little(days: &[Day; 7]) -> bool {
    days.iter().map(|d| d.minutes).sum::<u32>() < LITTLE
}

/// `55 minutes, 12 answers`.
fn sum(days: &[Day; 7]) -> String {
    let minutes: u32 = days.iter().map(|d| d.minutes).sum();
    let answers: u32 = days.iter().map(|d| d.answers).sum();
    if is_empty(days) {
        return "no answers yet".to_owned();
    }
    let minutes = words::count(
        minutes.try_into().unwrap_or(usize::MAX),
        "minute",
        "minutes",
    );
    format!(
        "{minutes}, {}",
        words::count(
            answers.try_into().unwrap_or(usize::MAX),
            "answer",
            "answers"
        )
    )
}

/// Minutes of a whole bar: what the user means to spend in a day, or the longest day.
fn full(view: &View<'_>, days: &[Day; 7]) -> u32 {
    let most = days.iter().map(|d| d.minutes).max().unwrap_or(0);
    most.max(view.model.profile.minutes_a_day.into()).max(1)
}

/// `20`, or the sign for none.
fn figure(day: &Day, out: &Canvas<'_>) -> String {
    if day.minutes == 0 {
        out.look().glyphs.none.to_owned()
    } else {
        day.minutes.to_string()
    }
}

/// Two letters of the day of the week.
fn name(day: &Day) -> String {
    day.date.format("%a").to_string().chars().take(2).collect()
}

/// One row of bars with four heights, one row of figures.
fn draw_low(days: &[Day; 7], most: u32, area: Rect, out: &mut Canvas<'_>) {
    let step = (area.width / 7).min(8);
    for (x, day) in (area.x..).step_by(usize::from(step.max(1))).zip(days) {
        if day.minutes > 0 {
            let height = (day.minutes * STEPS).div_ceil(most).clamp(1, STEPS);
            let symbol = out.look().glyphs.heights[height as usize - 1];
            let width = step.saturating_sub(3).max(1);
            out.line(x, area.y, width, symbol, Role::Accent);
        }
        let words = if step >= 6 {
            format!("{} {}", name(day), figure(day, out))
        } else {
            figure(day, out)
        };
        out.put(x, area.y + 1, &words, step.saturating_sub(1), Role::Ink);
    }
}

/// Bars of several rows, below them the days and the figures.
fn draw_tall(days: &[Day; 7], most: u32, area: Rect, out: &mut Canvas<'_>) {
    let step = (area.width / 7).min(7);
    let height = u32::from(area.height) * STEPS;
    for (x, day) in (area.x..).step_by(usize::from(step.max(1))).zip(days) {
        let mut left = (day.minutes * height).div_ceil(most);
        for y in (area.y..area.bottom())
            .rev()
            .take_while(|_| day.minutes > 0)
        {
            if left == 0 {
                break;
            }
            let symbol = out.look().glyphs.heights[left.min(STEPS) as usize - 1];
            out.line(
                x,
                y,
                step.saturating_sub(3).clamp(1, 3),
                symbol,
                Role::Accent,
            );
            left = left.saturating_sub(STEPS);
        }
        let width = step.saturating_sub(1);
        out.put(x, area.bottom(), &name(day), width, Role::Dim);
        out.put(x, area.bottom() + 1, &figure(day, out), width, Role::Ink);
    }
}
