//! What was handled worst before: it chooses the follow-ups of a mock whose answers are rated at the end.

use chrono::NaiveDate;

use crate::domain::level::Level;
use crate::domain::order::InOrder;
use crate::domain::practice::history::History;
use crate::domain::practice::tally;

/// How many ratings a dimension needs before it can be called weak.
const ENOUGH: usize = 3;

/// How many ids are kept.
const MOST: usize = 6;

/// Ids of dimensions and competencies whose answers carry least often, the worst first.
pub fn weak(history: &History, today: NaiveDate) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for dimension in history.known_dimensions() {
        let levels = history.newest().filter_map(|fact| {
            let mut rated = history.dimensions(fact);
            rated.find_map(|(id, level)| (id == dimension).then_some(level))
        });
        let carries: Vec<bool> = levels.map(Level::carries).collect();
        let good = carries.iter().filter(|c| **c).count();
        if carries.len() >= ENOUGH && 2 * good < carries.len() {
            found.push((100 * good / carries.len(), dimension.to_string()));
        }
    }
    found.order();
    let competencies = tally::weakest(history, today);
    let ids = found.into_iter().map(|(_, id)| id);
    ids.chain(competencies.into_iter().map(str::to_owned))
        .take(MOST)
        .collect()
}
