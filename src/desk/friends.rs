//! Friends who sat in the other chair at this laptop, people who sat at the table of a mock, and coaches: their names are hidden as those of other people are.

use super::model::Model;
use crate::domain::practice::record::Form;

impl Model {
    /// Everybody who sat in the other chair at this laptop or at the table of a mock, whoever is asked to next, and who said something to answers.
    pub(super) fn friends(&self) -> Vec<String> {
        let practice = &self.practice;
        let open = practice.open.iter().map(|record| &record.head.form);
        let runs = practice.solo.iter().map(|solo| &solo.head().form);
        let past = practice.past.newest().map(|past| &past.form);
        let forms = past.chain(open).chain(runs);
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
        friends.chain(next).chain(raters).chain(panels).collect()
    }
}
