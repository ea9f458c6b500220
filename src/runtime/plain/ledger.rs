//! What an interview asks for against the stories there are, in lines.

use super::page::{Away, Said};
use super::seat::Seat;
use crate::domain::id::CompetencyId;
use crate::domain::story::Cover;
use crate::panes::stories::board::{self, Board, Choice};

/// The last line: the same for another interview.
const OTHER: &str = "For another interview.";

/// Writes a story that is to show something.
type Write = fn(&mut Seat<'_>, &CompetencyId) -> Said<()>;

/// Reads it out; a story is written for what has none, and it stands for another interview where that is wanted.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>, write: Write) -> Said<()> {
    let mut board = Board::default();
    loop {
        board.refresh(&seat.model, seat.now());
        let [sum, ..] = board.sums(&seat.model);
        let title = board.title(&seat.model);
        seat.page.say(&format!("{title}: {sum}."));
        let mut rows: Vec<String> = board.counted().iter().map(|c| line(c, seat)).collect();
        rows.push(OTHER.to_owned());
        seat.page.choices(&rows);
        let at = seat
            .page
            .which("A number writes a story for it, Enter leaves:", &rows)?;
        let Some(at) = at else { return Ok(()) };
        let competency = board.counted().get(at).map(|c| c.competency.clone());
        let went = match competency {
            Some(competency) => write(seat, &competency),
            None => another(seat, &mut board),
        };
        match went {
            Ok(()) | Err(Away::Back) => seat.page.gap(),
            away => return away,
        }
    }
}

/// `Ownership: only story 2.`
fn line(cover: &Cover, seat: &Seat<'_>) -> String {
    let title = (seat.model.library).competency_title(cover.competency.as_str());
    format!("{title}: {}.", cover.carried().words())
}

/// For which interview it stands from now on.
fn another(seat: &mut Seat<'_>, board: &mut Board) -> Said<()> {
    let (rows, choices): (Vec<String>, Vec<Choice>) =
        board::choices(&seat.model, seat.now()).into_iter().unzip();
    let at = seat.page.pick(&rows, Some(0))?;
    if let Some(Choice::Whom(whom)) = choices.into_iter().nth(at) {
        board.whom = whom;
    }
    Ok(())
}
