//! What the user's own stories give the card: how each begins, and its figure.

use super::line::Kept;
use super::words::Said;
use crate::domain::id::CompetencyId;
use crate::domain::journey::{Application, Round};
use crate::domain::story::{Mark, Story, heard};
use crate::domain::text::full_stop;

/// Most stories on one card; a first sentence or two of answers keep their place beside them.
const MOST: usize = 2;

/// The stories to have ready for an interview: those that show what it asks for most, with a first sentence, that are not
/// private and that nobody in the room has heard.
pub fn ready(
    stories: &[Story],
    asked: &[CompetencyId],
    (application, round): (&Application, &Round),
) -> Vec<Said> {
    // The card is printed and handed on, so what is private stands on none.
    let new = |story: &&Story| {
        let begins = !story.first_sentence.trim().is_empty();
        begins && !story.private && heard(story, application, round).is_none()
    };
    let mut chosen: Vec<&Story> = Vec::new();
    for competency in asked {
        let shows = |story: &&Story| story.mark(competency.as_str()) == Mark::Shows;
        let other = |story: &&Story| !chosen.iter().any(|known| known.id == story.id);
        let mut fitting = stories.iter().filter(shows).filter(new).filter(other);
        chosen.extend(fitting.next());
    }
    let said = |story: &Story| Said {
        about: story.title.clone(),
        text: full_stop(&story.first_sentence),
        figure: story.number.trim().to_owned(),
        kept: Kept::Story(story.id.clone()),
    };
    chosen.into_iter().take(MOST).map(said).collect()
}
