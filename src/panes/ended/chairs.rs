//! What came of two chairs, for both of them, question by question.

use crate::desk::Model;
use crate::domain::practice::chairs::lines;
use crate::domain::practice::mock::PageLine;
use crate::domain::practice::record::SittingRecord;
use crate::look::Role;
use crate::panes::words::hide_names;
use crate::widgets::stops::Stops;

/// Writes the page; each question is a stop.
pub fn write(record: &SittingRecord, model: &Model, page: &mut Stops) {
    let lines = lines(record, &model.library).unwrap_or_default();
    let mut turns: Vec<Vec<PageLine>> = Vec::new();
    for line in lines {
        match (turns.last_mut(), &line) {
            (Some(turn), PageLine::Mark(_) | PageLine::Item(_) | PageLine::Command(_)) => {
                turn.push(line);
            }
            _ => turns.push(vec![line]),
        }
    }
    for turn in turns {
        page.gap();
        page.stop(|page| {
            for line in turn {
                match line {
                    PageLine::Heading(words) => page.say(&hide_names(model, &words), Role::Strong),
                    PageLine::Mark(words) => page.say(&hide_names(model, &words), Role::Ink),
                    PageLine::Item(words) | PageLine::Command(words) => {
                        page.hang("- ", &hide_names(model, &words), Role::Ink);
                    }
                }
            }
        });
    }
}
