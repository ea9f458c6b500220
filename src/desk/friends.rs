//! Friends who sat in the other chair at this laptop, and coaches: their names are hidden as those of other people are.

use super::model::Model;
use crate::domain::practice::record::Form;

impl Model {
    /// Everybody who sat in the other chair at this laptop, whoever is asked to next, and who said something to answers.
    pub(super) fn friends(&self) -> Vec<String> {
        let practice = &self.practice;
        let open = practice.open.iter().map(|record| &record.head.form);
        let runs = practice.solo.iter().map(|solo| &solo.head().form);
        let past = practice.past.newest().map(|past| &past.form);
        let forms = past.chain(open).chain(runs);
        let friends = forms.filter_map(|form| match form {
            Form::Chairs(pair) => Some(pair.friend.clone()),
            Form::Drill | Form::Talk(_) | Form::Items(_) => None,
        });
        let next = Some(self.profile.friend.clone()).filter(|name| !name.is_empty());
        let raters = practice.history.raters().map(str::to_owned);
        friends.chain(next).chain(raters).collect()
    }
}
