//! What columns are taken for, as it is told, and as somebody says it.

use super::{Columns, is_same};
use crate::domain::text::one_line;

impl Columns {
    /// The same, with the answers in the column that is called so; as they are where none is.
    pub fn with_answer(mut self, head: &[String], name: Option<&str>) -> Self {
        let wanted = name.and_then(|name| head.iter().position(|own| is_same(own, name)));
        let Some(wanted) = wanted.filter(|at| *at != self.question) else {
            return self;
        };
        let lists = [
            &mut self.points,
            &mut self.flags,
            &mut self.topics,
            &mut self.setups,
            &mut self.probes,
        ];
        for list in lists {
            list.retain(|at| *at != wanted);
        }
        self.answers = vec![wanted];
        self
    }

    /// What each column is taken for; those without a name are counted.
    pub fn told(&self, head: &[String], width: usize) -> Vec<(String, Option<&'static str>)> {
        let name = |at: usize| match head.get(at).map(|name| one_line(name)) {
            Some(name) if !name.is_empty() => name,
            _ => format!("column {}", at + 1),
        };
        (0..width).map(|at| (name(at), self.role(at))).collect()
    }

    fn role(&self, at: usize) -> Option<&'static str> {
        let several = [
            (&self.answers, "answer"),
            (&self.points, "points"),
            (&self.flags, "red flags"),
            (&self.topics, "topic"),
            (&self.setups, "shown with it"),
            (&self.probes, "follow-ups"),
        ];
        let one = [
            (Some(self.question), "question"),
            (self.kind, "kind"),
            (self.stage, "stage"),
            (self.hardness, "difficulty"),
        ];
        let one = one.into_iter().find(|(column, _)| *column == Some(at));
        let several = several
            .into_iter()
            .find(|(columns, _)| columns.contains(&at));
        one.map(|(_, role)| role).or(several.map(|(_, role)| role))
    }
}
