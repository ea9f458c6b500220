//! The user's own bank: what a debrief or a form adds to it, and what a debrief takes out again.

use std::path::PathBuf;

use super::{Keeper, not_saved};
use crate::content::mine::{self, Noted};
use crate::desk::Outcome;
use crate::desk::effect::{ForBank, Wrote};
use crate::domain::id::QuestionId;
use crate::domain::library::Question;
use crate::problem::Problem;
use crate::runtime::load;
use crate::store::error::StoreError;
use crate::store::layout;

impl Keeper {
    /// Changes the user's own bank, and tells which cards the questions are.
    pub(super) fn to_bank(&self, change: &ForBank) -> Vec<Outcome> {
        let mut cards = Cards::new();
        let done = self.change_mine(|old| {
            let (text, asked) = changed(old.map(str::to_owned), change)?;
            cards = asked;
            Ok(Some(text))
        });
        let bank = match done {
            Ok(bank) => bank.unwrap_or_default(),
            Err(error) => return not_saved(Wrote::Bank, &error),
        };
        let mut out = vec![
            Outcome::Saved(Wrote::Bank, PathBuf::from(layout::MINE)),
            Outcome::Bank(bank, cards.iter().map(|(_, id)| id.clone()).collect()),
        ];
        let doubts = change.doubts.iter().map(|doubt| mine::doubt_id(doubt));
        out.extend(doubts.map(Outcome::DoubtCard));
        let entry = change.entry.iter();
        out.extend(entry.map(|entry| Outcome::Asked(entry.clone(), cards.clone())));
        out
    }

    /// Changes the file of the bank; gives the bank as it is then, nothing where nothing changes. One mistake keeps all
    /// of it out of every drill, so a text with one is not written.
    pub(super) fn change_mine(
        &self,
        change: impl FnOnce(Option<&str>) -> Result<Option<String>, Box<Problem>>,
    ) -> Result<Option<Vec<Question>>, StoreError> {
        let mut bank = None;
        self.home().change_file(layout::MINE, None, |old| {
            let new = change(old)?;
            bank = (new.as_deref().map(|text| load::bank(layout::MINE, text))).transpose()?;
            Ok(new)
        })?;
        Ok(bank)
    }
}

/// The words of questions with the cards that they are.
type Cards = Vec<(String, QuestionId)>;

/// The new text of the bank.
fn changed(text: Option<String>, change: &ForBank) -> Result<(String, Cards), Box<Problem>> {
    let mut text = text.unwrap_or_else(|| mine::EMPTY.to_owned());
    if !change.gone.is_empty() {
        let (place, stage) = &change.came;
        text = mine::remove(&text, &change.gone, place, *stage)?;
    }
    let mut cards = Vec::new();
    for one in &change.asked {
        // A question that is known to be another one does not become one more.
        if let Some(id) = one.card.as_ref().filter(|id| mine::is_known(&text, id)) {
            cards.push((one.text.clone(), id.clone()));
            continue;
        }
        let (new, id) = mine::add(Some(&text), &noted(change, &one.text, false))?;
        text = new;
        cards.push((one.text.clone(), id));
    }
    for doubt in change.doubts.iter().map(|doubt| mine::doubt(doubt)) {
        (text, _) = mine::add(Some(&text), &noted(change, &doubt, true))?;
    }
    Ok((text, cards))
}

/// One of the questions as it joins the bank.
fn noted<'c>(change: &'c ForBank, text: &'c str, doubt: bool) -> Noted<'c> {
    Noted {
        text,
        kind: change.kind,
        place: &change.place,
        stage: change.stage,
        on: change.on,
        doubt,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::journal::Asked;
    use crate::domain::library::StageId;

    #[test]
    fn a_line_taken_out_leaves_the_bank_though_job_and_stage_were_changed_with_it() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23);
        let craft = Some(StageId::TechnicalAssessment);
        let noted = ForBank {
            asked: vec![Asked {
                text: "11 dec".to_owned(),
                ..Asked::default()
            }],
            place: "Acme".to_owned(),
            stage: craft,
            on: day,
            ..ForBank::default()
        };
        let (text, cards) = changed(None, &noted).expect("added");
        let after = |came: &str, stage| {
            let change = ForBank {
                place: "Brightside".to_owned(),
                stage: Some(StageId::Panel),
                gone: vec![cards[0].1.clone()],
                came: (came.to_owned(), stage),
                ..ForBank::default()
            };
            changed(Some(text.clone()), &change).expect("read").0
        };
        assert_eq!(after("Acme", craft), mine::EMPTY);
        assert_eq!(after("Brightside", Some(StageId::Panel)), text);
    }
}
