//! The words that prove a point: those that are kept already, a sentence of the answer, or words of one's own.

use super::page::Said;
use super::seat::Seat;
use crate::domain::practice::proof;
use crate::domain::practice::sitting::Sitting;

/// What can be typed under a sentence.
const WORDS: &str = "Enter keeps it, 2 another sentence, 0 none; or your own words.";

/// Asks for the proof of a point; Enter keeps what is read out, and whatever is typed is the user's own.
///
/// # Errors
/// When the user goes away.
pub fn ask(seat: &mut Seat<'_>, point: &str, kept: Option<String>) -> Said<Option<String>> {
    let answer = seat.sitting().and_then(Sitting::answer);
    let text = answer.map_or_else(String::new, |a| a.text.clone());
    let mut offered: Vec<String> = kept.into_iter().collect();
    if !offered.is_empty() || proof::fitting(point, &text).is_some() {
        let sentences = proof::nearest(point, &text).into_iter();
        let others: Vec<_> = sentences
            .filter(|s| offered.iter().all(|o| o != s))
            .collect();
        offered.extend(others.into_iter().map(str::to_owned));
    }
    if offered.is_empty() {
        let question = "  Proof, in your own words; Enter leaves it out:";
        let own = own(seat, question, "Type your own words, or only Enter.", &[])?;
        return Ok(Some(own).filter(|own| !own.is_empty()));
    }
    for sentence in offered.iter().cycle() {
        seat.page.hanging("  Proof: ", &format!("\"{sentence}\""));
        let question = "  Enter keeps it, 2 another sentence, 0 none, or your own words:";
        match own(seat, question, WORDS, &["0", "2"])?.as_str() {
            "" => return Ok(Some(sentence.clone())),
            "0" => return Ok(None),
            "2" if offered.len() == 1 => seat.page.say("There is no other sentence."),
            "2" => {}
            own => return Ok(Some(own.to_owned())),
        }
    }
    Ok(None)
}

/// A line that is one of these figures or no slip of a single key: a mark, `y`, proves nothing.
fn own(seat: &mut Seat<'_>, question: &str, help: &str, figures: &[&str]) -> Said<String> {
    loop {
        let said = seat.page.ask_for(question, help)?;
        if figures.contains(&said.as_str()) || said.chars().count() != 1 {
            return Ok(said);
        }
        seat.page.say(&format!("One letter proves nothing. {help}"));
    }
}
