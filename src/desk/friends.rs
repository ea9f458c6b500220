//! Friends who sit at this laptop, too, people who sat at the table of a mock, and coaches: their names are hidden as those
//! of other people are, and a friend may have a home of their own in the user's.

use super::guest::Guest;
use super::model::{Model, Practice};
use super::undo;
use crate::domain::practice::record::Form;
use crate::store::layout;

impl Model {
    /// Everybody who sat in the other chair at this laptop or at the table of a mock, whoever is asked to next, and who said something to answers.
    pub(super) fn friends(&self) -> Vec<String> {
        let practice = &self.practice;
        let open = practice.open.iter().map(|record| &record.head.form);
        let runs = practice.solo.iter().map(|solo| &solo.head().form);
        let forms = open.chain(runs);
        let left = practice.open.iter().map(|record| &record.head);
        let heads = practice.sittings.iter().chain(left);
        let tables = heads.filter_map(|head| head.shape.as_ref());
        let panels = tables.flat_map(|shape| &shape.people);
        let panels: Vec<String> = panels.map(|sitter| sitter.name.clone()).collect();
        let friends = forms.filter_map(|form| match form {
            Form::Chairs(pair) => Some(pair.friend.clone()),
            Form::Drill | Form::Talk(_) | Form::Items(_) => None,
        });
        let next = Some(self.profile.friend.clone()).filter(|name| !name.is_empty());
        let raters = practice.history.raters().map(str::to_owned);
        let past = practice.past.friends().cloned();
        let here = self.friend.iter().map(|friend| friend.name.clone());
        let known = past.chain(friends).chain(next).chain(raters);
        known.chain(here).chain(panels).collect()
    }

    /// Changes between one's own home and that of a friend, of which nothing reaches the other either.
    pub fn change_homes(&mut self, friend: Option<String>) {
        let own = self.friend.take();
        self.practice.leave();
        match (&own, &friend) {
            (None, Some(_)) => self.own_undo = std::mem::take(&mut self.undo),
            (Some(_), None) => self.undo = std::mem::take(&mut self.own_undo),
            _ => self.undo = undo::History::default(),
        }
        let here = || (self.home.clone(), self.folder.clone());
        let (home, folder) = own.map_or_else(here, |friend| (friend.own_home, friend.own_folder));
        self.home = friend
            .as_deref()
            .map_or_else(|| home.clone(), |name| home.join(layout::friend(name)));
        self.folder = friend.clone().or_else(|| folder.clone());
        self.friend = friend.map(|name| Guest {
            name,
            own_home: home,
            own_folder: folder,
        });
    }
}

impl Practice {
    /// Nothing that is open is open any more: another home is.
    pub(super) fn leave(&mut self) {
        self.sitting = None;
        self.solo = None;
        self.shown = None;
        self.hearings.clear();
    }
}
