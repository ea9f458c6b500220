//! Links: words in records that lead to another record, a drill mode or a stage.

use super::closed::closed;
use super::collection::Library;
use super::stage::StageId;
use crate::domain::id::{
    AskId, BlueprintId, ChecklistId, CompetencyId, DimensionId, ExemplarId, FamilyId, FrameworkId,
    ItemId, PanelId, PersonaId, PerspectiveId, PlanId, QuestionId, ScenarioId, StoryPromptId,
    TemplateId, TopicId,
};

closed! {
    /// The ways to practice; a closed list.
    DrillMode {
        /// One question.
        Single "single" "One question",
        /// Short windows, many questions.
        RapidFire "rapid-fire" "Rapid fire",
        /// A whole mock.
        Blueprint "blueprint" "Whole mock",
        /// Answers to a lens.
        OneWay "one-way" "One-way video",
        /// Several people ask.
        PanelSim "panel-sim" "Panel",
        /// Questions of one field.
        IndustryPack "industry-pack" "Questions of your field",
        /// Questions to ask them.
        AskDrill "ask-drill" "Your questions",
        /// The last minutes.
        ClosingDrill "closing-drill" "Closing",
        /// Say what a question tests.
        NameTheCriterion "name-the-criterion" "Name the criterion",
        /// A branching talk.
        Scenario "scenario" "Scenario",
        /// Assessment items.
        Items "items" "Assessment items",
        /// The same story for another question.
        StoryRetell "story-retell" "Retell a story",
        /// Rate sample answers.
        Calibration "calibration" "Calibration",
        /// Look at one's own recording.
        RecordReview "record-review" "Review a recording",
        /// Two chairs, taking turns.
        PartnerMock "partner-mock" "With a partner",
        /// Sit on the other side.
        InterviewerSeat "interviewer-seat" "Interviewer's seat",
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A question.
    Question(QuestionId),
    /// An assessment item.
    Item(ItemId),
    /// A dimension of the rubric.
    Dimension(DimensionId),
    /// A sample answer.
    Exemplar(ExemplarId),
    /// A voice.
    Perspective(PerspectiveId),
    /// A checklist.
    Checklist(ChecklistId),
    /// A branching talk.
    Scenario(ScenarioId),
    /// A panel.
    Panel(PanelId),
    /// An interviewer's manner.
    Persona(PersonaId),
    /// A whole mock.
    Blueprint(BlueprintId),
    /// A question to ask.
    Ask(AskId),
    /// A letter.
    Template(TemplateId),
    /// A plan.
    Plan(PlanId),
    /// A nudge to find a story.
    StoryPrompt(StoryPromptId),
    /// A competency.
    Competency(CompetencyId),
    /// A field.
    Family(FamilyId),
    /// A shape of answers.
    Framework(FrameworkId),
    /// A topic.
    Topic(TopicId),
    /// A stage.
    Stage(StageId),
    /// A way to practice.
    Drill(DrillMode),
}

impl Library {
    /// Where a link leads; records come before the words of closed lists. `None` when it leads nowhere.
    pub fn link(&self, to: &str) -> Option<Link> {
        macro_rules! first {
            ($($shelf:ident => $link:expr,)+) => {
                $(if self.$shelf.has(to) { return Some($link); })+
            };
        }
        first! {
            questions => Link::Question(QuestionId::new(to)),
            items => Link::Item(ItemId::new(to)),
            dimensions => Link::Dimension(DimensionId::new(to)),
            exemplars => Link::Exemplar(ExemplarId::new(to)),
            perspectives => Link::Perspective(PerspectiveId::new(to)),
            checklists => Link::Checklist(ChecklistId::new(to)),
            scenarios => Link::Scenario(ScenarioId::new(to)),
            panels => Link::Panel(PanelId::new(to)),
            personas => Link::Persona(PersonaId::new(to)),
            blueprints => Link::Blueprint(BlueprintId::new(to)),
            asks => Link::Ask(AskId::new(to)),
            templates => Link::Template(TemplateId::new(to)),
            plans => Link::Plan(PlanId::new(to)),
            story_prompts => Link::StoryPrompt(StoryPromptId::new(to)),
            competencies => Link::Competency(CompetencyId::new(to)),
            families => Link::Family(FamilyId::new(to)),
            frameworks => Link::Framework(FrameworkId::new(to)),
            topics => Link::Topic(TopicId::new(to)),
        }
        let stage = StageId::from_id(to).map(Link::Stage);
        stage.or_else(|| DrillMode::from_id(to).map(Link::Drill))
    }
}
