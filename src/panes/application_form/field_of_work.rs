//! The field of work in the form of a new application: taken from the role, or chosen by hand.

use super::{ApplicationForm, ROLE, STAGE, WORK};
use crate::desk::{Desk, Model};
use crate::domain::id::FamilyId;
use crate::domain::library::StageId;
use crate::panes::library_words::family_title;
use crate::panes::{rounds, work};

impl ApplicationForm {
    /// The field of work as it is chosen now.
    pub(super) fn family(&self, model: &Model) -> FamilyId {
        if self.asks_work {
            work::chosen(model, &self.paper.form.fields[WORK])
        } else {
            model.profile.family.clone()
        }
    }

    /// Takes the field of work from the role, unless it was chosen by hand, and offers the mocks of it, the fitting one
    /// first.
    pub(super) fn follow_role(&mut self, model: &Model) {
        if !self.is_new() {
            return;
        }
        if self.asks_work && self.paper.form.fields[WORK].follows {
            let role = self.paper.form.fields[ROLE].text();
            let guess = work::guess(model, role);
            let from_role = guess != model.profile.family;
            let note = if from_role {
                "from the role"
            } else {
                "for its mocks and questions"
            };
            let choice = work::choice(model, &guess).following();
            self.paper.form.fields[WORK] = choice.with_note(note);
        }
        let place = self.mock();
        let family = self.family(model);
        let stage = StageId::ALL[self.paper.form.fields[STAGE].chosen().min(7)];
        let along = work::guess_level(model, self.paper.form.fields[ROLE].text());
        let who = (&family, along.or(model.profile.seniority));
        let field = &mut self.paper.form.fields[place];
        rounds::offer_mocks(field, &mut self.mocks, (who, stage), model);
    }

    /// Keeps the field of work and how far along the role is, where they were said now; what is told of it then.
    pub fn keep_work(&self, role_was: Option<&str>, desk: &mut Desk<'_>) -> Option<String> {
        let family = self.family(desk.model);
        let by_hand = || !self.paper.form.fields[WORK].follows;
        let said = self.asks_work && (by_hand() || family != desk.model.profile.family);
        let family = said.then_some(family);
        let role = self.paper.form.fields[ROLE].text().trim();
        let newly = Some(role).filter(|role| role_was != Some(*role));
        let level = newly.and_then(|role| work::guess_level(desk.model, role));
        let title = family.as_ref().map(|f| family_title(desk.model, f));
        work::keep_all(family, level, desk);
        work::taken(title.as_deref(), level)
    }
}
