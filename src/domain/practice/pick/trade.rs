//! Which part of a field a job is in: a maintenance electrician is not asked about seams.

use super::draw::Draw;
use crate::domain::id::TopicId;
use crate::domain::library::{Card, Library};
use crate::domain::search::{Query, Rank};

/// The topics that are named by words of a role, where these roles name others and not them. Roles that name none
/// leave every topic open.
pub fn other_trades<'a>(
    library: &Library,
    roles: impl IntoIterator<Item = &'a str>,
) -> Vec<TopicId> {
    let roles: Vec<&str> = roles.into_iter().collect();
    let says = |name: &String| {
        let name = Query::new(name);
        roles.iter().any(|role| name.rank(role) == Rank::Whole)
    };
    let trades = library.topics.iter().filter(|t| !t.names.is_empty());
    let (named, others): (Vec<_>, Vec<_>) = trades.partition(|t| t.names.iter().any(says));
    if named.is_empty() {
        return Vec::new();
    }
    others.iter().map(|topic| topic.id.clone()).collect()
}

impl Draw<'_> {
    /// Whether a question is about another trade than the one the role names.
    pub(super) fn is_of_another_trade(&self, card: &Card) -> bool {
        let others = &self.steer.other_trades;
        (card.topic.as_ref()).is_some_and(|topic| others.contains(topic))
    }
}
