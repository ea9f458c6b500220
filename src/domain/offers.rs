//! Offers side by side: what differs and so decides, what nobody has said yet, and until when an answer is due. No sum is
//! made: what matters more stands first, and that is all.

pub mod matters;

use chrono::NaiveDate;

use super::journey::offer::{self, Mark, Says, is_same};
use super::journey::{Application, Offer};
use super::text::{capital, listed};
use super::time::{day_and_date, day_words};

/// Things in which offers differ that are named.
const NAMED: usize = 2;

/// Days before the one of an answer from which it is a thing to do.
const NEAR: i64 = 7;

/// One thing that matters, and what is said of it in each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What.
    pub about: String,
    /// Whether it is one of those that the user put in order; others were only said.
    pub matters: bool,
    /// What each column says.
    pub cells: Vec<Says>,
}

impl Row {
    /// Whether two columns of which that is known say it otherwise.
    pub fn differs(&self) -> bool {
        let mut known = self.known();
        let first = known.next();
        known.any(|mark| Some(mark) != first)
    }

    fn known(&self) -> impl Iterator<Item = Mark> {
        let marks = self.cells.iter().map(|cell| cell.mark);
        marks.filter(|mark| *mark != Mark::Unknown)
    }
}

/// The rows: what matters, in its order, then what was said about other things.
pub fn rows(matters: &[String], columns: &[&[Says]]) -> Vec<Row> {
    let row = |about: &str, matters| Row {
        about: about.to_owned(),
        matters,
        cells: (columns.iter())
            .map(|says| offer::about(says, about).cloned().unwrap_or_default())
            .collect(),
    };
    let mut rows: Vec<Row> = matters.iter().map(|about| row(about, true)).collect();
    for says in columns.iter().flat_map(|says| says.iter()) {
        if rows.iter().all(|row| !is_same(&row.about, &says.about)) {
            rows.push(row(&says.about, false));
        }
    }
    rows
}

/// What decides, in words: the first things in which the columns differ. One column alone is read by its marks.
pub fn decides(rows: &[Row], names: &[String]) -> Vec<String> {
    if names.len() < 2 {
        return alone(rows);
    }
    let differing: Vec<&Row> = rows.iter().filter(|row| row.differs()).collect();
    let mut lines: Vec<String> = Vec::new();
    for (n, row) in differing.iter().take(NAMED).enumerate() {
        let known = row.cells.iter().zip(names);
        let known = known.filter(|(cell, _)| cell.mark != Mark::Unknown);
        let said: Vec<String> = known
            .map(|(cell, name)| format!("{name} {}", cell.mark.word()))
            .collect();
        let start = match n {
            0 => "decides first",
            _ => "comes next",
        };
        lines.push(format!("{} {start}: {}.", row.about, said.join(", ")));
    }
    if differing.is_empty() && rows.iter().any(|row| row.known().count() > 1) {
        lines.push("So far they are marked alike in all that matters.".to_owned());
    } else if differing.is_empty() {
        lines.push("Mark what each says, and here stands in what they differ.".to_owned());
    } else if let Some(open) = first_open(rows, differing[0]) {
        lines.push(format!(
            "{} matters more and is not known of each.",
            open.about
        ));
    }
    lines
}

/// What matters more than this and is not known everywhere.
fn first_open<'a>(rows: &'a [Row], before: &Row) -> Option<&'a Row> {
    let above = rows.iter().take_while(|row| *row != before);
    let open = |row: &&Row| row.cells.iter().any(Says::is_open);
    above.filter(|row| row.matters).find(open)
}

/// One offer alone: how it lies to what matters.
fn alone(rows: &[Row]) -> Vec<String> {
    let of = |mark: Mark| -> Vec<String> {
        let is = |row: &&Row| row.cells.first().is_some_and(|cell| cell.mark == mark);
        rows.iter()
            .filter(is)
            .map(|row| row.about.clone())
            .collect()
    };
    let line = |mark: Mark| {
        let names = of(mark);
        (!names.is_empty()).then(|| format!("{}: {}.", capital(mark.word()), listed(&names)))
    };
    [Mark::Good, Mark::AllRight, Mark::NotGood]
        .into_iter()
        .filter_map(line)
        .collect()
}

/// What matters and is not known of a column, in the order of the rows.
pub fn unknown(rows: &[Row], column: usize) -> Vec<String> {
    let open = |row: &&Row| row.matters && row.cells.get(column).is_some_and(Says::is_open);
    rows.iter()
        .filter(open)
        .map(|row| row.about.clone())
        .collect()
}

/// The open jobs that have an offer, with it: the one that wants its answer first stands first.
pub fn open_offers(applications: &[Application]) -> Vec<(&Application, &Offer)> {
    let open = applications.iter().filter(|job| !job.closed);
    let mut offers: Vec<_> = open
        .filter_map(|job| Some((job, job.offer.as_ref()?)))
        .collect();
    offers.sort_by_key(|(job, offer)| (offer.answer_by.is_none(), offer.answer_by, job.since));
    offers
}

/// Until when an answer is wanted, and whether the offer is on paper: `answer by Friday, by word only`.
pub fn facts(offer: &Offer, today: NaiveDate) -> Vec<String> {
    let came = offer
        .came
        .map(|day| format!("came {}", day_and_date(day, today)));
    let by = Some(&offer.by).filter(|by| !by.is_empty());
    let came = match (came, by) {
        (Some(came), Some(by)) => Some(format!("{came}, by {by}")),
        (None, Some(by)) => Some(format!("by {by}")),
        (came, None) => came,
    };
    let written = if offer.written {
        "in writing"
    } else {
        "by word only"
    };
    let until = match offer.answer_by {
        Some(day) if day < today => format!("answer was due {}", day_and_date(day, today)),
        Some(day) if (day - today).num_days() < 2 => format!("answer {}", day_words(day, today)),
        Some(day) => format!("answer by {}", day_words(day, today)),
        None => "no day for the answer yet".to_owned(),
    };
    let facts = [Some(until), Some(written.to_owned()), came];
    facts.into_iter().flatten().collect()
}

/// An answer that is due, in words: `Answer Acme by Friday`, and why. Days that are far do not press.
pub fn due(job: &Application, matters: &[String], today: NaiveDate) -> Option<(String, String)> {
    let offer = job.offer.as_ref().filter(|_| !job.closed)?;
    let day = offer.answer_by?;
    let left = (day - today).num_days();
    if left > NEAR {
        return None;
    }
    let title = match left {
        ..0 => format!("Answer {}", job.employer),
        0 | 1 => format!("Answer {} {}", job.employer, day_words(day, today)),
        _ => format!("Answer {} by {}", job.employer, day_words(day, today)),
    };
    let rows = rows(matters, &[&offer.says]);
    let open = unknown(&rows, 0);
    let reason = match open.as_slice() {
        _ if left < 0 => format!("they asked for it by {}", day_and_date(day, today)),
        [] if offer.written => "they asked for it by then".to_owned(),
        [] => "they asked for it by then; you have it by word only".to_owned(),
        open => format!("not known yet: {}", listed(open)),
    };
    Some((title, reason))
}

#[cfg(test)]
mod tests;
