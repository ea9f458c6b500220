//! What the question library shows: a filter, its form and its sentence.

use crate::desk::Model;
use crate::domain::id::{CompetencyId, FamilyId};
use crate::domain::library::{Card, Kind, StageId};
use crate::domain::practice::pick::SHIPPED;
use crate::panes::library_words::{family_title, source, sources};
use crate::panes::work;
use crate::widgets::form::{Field, Form, Value};

/// What was chosen; `None` and `false` are "any".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Asked in this stage.
    pub stage: Option<StageId>,
    kind: Option<Kind>,
    competency: Option<CompetencyId>,
    family: Option<FamilyId>,
    difficulty: Option<u8>,
    fresh: bool,
    /// From the library, the own bank, or a pack, by its id.
    pub from: Option<String>,
}

const DIFFICULTY: [&str; 4] = ["any", "warm-up", "core", "stretch"];

impl Filter {
    /// Only what one pack holds.
    pub fn of(pack: String) -> Self {
        Self {
            from: Some(pack),
            ..Self::default()
        }
    }

    /// Goes back to everything; `true` when something was chosen.
    pub fn clear(&mut self) -> bool {
        std::mem::take(self) != Self::default()
    }

    /// Whether a question is shown.
    pub fn takes(&self, card: &Card, model: &Model) -> bool {
        self.stage.is_none_or(|s| card.stages.contains(&s))
            && self.kind.is_none_or(|k| card.kind == k)
            && self
                .competency
                .as_ref()
                .is_none_or(|c| card.competencies.contains(c))
            && self.family.as_ref().is_none_or(|f| card.roles.contains(f))
            && self.difficulty.is_none_or(|d| card.difficulty == d)
            && self
                .from
                .as_deref()
                .is_none_or(|from| card.pack.as_deref().unwrap_or(SHIPPED) == from)
            && (!self.fresh || !model.practice.history.answered(card.id.as_str()))
    }

    /// The filter in words, a phrase for each part.
    pub fn words(&self, model: &Model) -> Vec<String> {
        let mut out = Vec::new();
        out.extend(self.stage.map(|s| s.short().to_lowercase()));
        out.extend(self.kind.map(|k| k.word().to_lowercase()));
        let title = |c: &CompetencyId| model.library.competency_title(c.as_str()).to_lowercase();
        // A kind and a competency of one name are one phrase.
        let competency = self.competency.as_ref().map(title);
        out.extend(competency.filter(|title| !out.contains(title)));
        out.extend(self.family.as_ref().map(|f| family_title(model, f)));
        out.extend(
            self.difficulty
                .map(|d| DIFFICULTY[usize::from(d.min(3))].to_owned()),
        );
        if self.fresh {
            out.push("not seen yet".to_owned());
        }
        out.extend(self.from.as_ref().map(|from| source(model, Some(from))));
        out
    }

    /// The form that changes it.
    pub fn form(&self, model: &Model) -> Form {
        let any = || vec!["any".to_owned()];
        let mut stages = any();
        stages.extend(StageId::ALL.iter().map(|s| s.short().to_owned()));
        let mut kinds = any();
        kinds.extend(Kind::ALL.iter().map(|k| k.word().to_owned()));
        let competencies: Vec<&str> = model.library.competencies.ids().collect();
        let competency = self
            .competency
            .as_ref()
            .and_then(|c| competencies.iter().position(|id| *id == c.as_str()));
        let mut titles = any();
        titles.extend(
            competencies
                .iter()
                .map(|id| model.library.competency_title(id)),
        );
        let families: Vec<&str> = model.library.families.ids().collect();
        let family = self
            .family
            .as_ref()
            .and_then(|f| families.iter().position(|id| *id == f.as_str()));
        let mut names = any();
        names.extend(
            families
                .iter()
                .map(|id| family_title(model, &FamilyId::new(id))),
        );
        let kind = self
            .kind
            .and_then(|k| Kind::ALL.iter().position(|x| *x == k));
        let difficulties = DIFFICULTY.iter().map(|d| (*d).to_owned()).collect();
        let place = |at: Option<usize>| at.map_or(0, |i| i + 1);
        Form::of(vec![
            Field::new(
                "Stage",
                Value::Choice(stages, place(self.stage.map(|s| s as usize))),
            ),
            Field::new("Kind", Value::Choice(kinds, place(kind))),
            Field::new("Competency", Value::Choice(titles, place(competency))),
            Field::new(work::LABEL, Value::Choice(names, place(family))),
            Field::new(
                "Difficulty",
                Value::Radio(difficulties, usize::from(self.difficulty.unwrap_or(0))),
            ),
            Field::new(
                "Seen",
                Value::Tick("only what I have not answered yet".to_owned(), self.fresh),
            ),
            Field::new("From", self.sources(model)),
        ])
    }

    /// Takes the form's values.
    pub fn read(&mut self, form: &Form, model: &Model) {
        let chosen = |i: usize| form.fields[i].chosen().checked_sub(1);
        self.stage = chosen(0).and_then(|i| StageId::ALL.get(i)).copied();
        self.kind = chosen(1).and_then(|i| Kind::ALL.get(i)).copied();
        self.competency = chosen(2)
            .and_then(|i| model.library.competencies.ids().nth(i))
            .map(CompetencyId::new);
        self.family = chosen(3)
            .and_then(|i| model.library.families.ids().nth(i))
            .map(FamilyId::new);
        self.difficulty = chosen(4).and_then(|i| u8::try_from(i + 1).ok());
        self.fresh = form.fields[5].ticked();
        self.from = chosen(6).and_then(|i| sources(model).nth(i));
    }

    /// Where questions may come from.
    fn sources(&self, model: &Model) -> Value {
        let chosen = sources(model).position(|id| self.from.as_ref() == Some(&id));
        let mut names = vec!["any".to_owned()];
        names.extend(sources(model).map(|id| source(model, Some(&id))));
        Value::Choice(names, chosen.map_or(0, |i| i + 1))
    }
}
