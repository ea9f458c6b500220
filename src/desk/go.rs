//! Places, and how to get from one to another.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::id::{
    ApplicationId, BlueprintId, CompetencyId, DocumentId, EntryId, FamilyId, PerspectiveId,
    QuestionId, RefereeId, ScenarioId, SittingId, StoryId, StoryPromptId,
};
use crate::domain::journal::Beside;
use crate::domain::journey::{Slot, Which};
use crate::domain::letter::About;
use crate::domain::library::{ItemKind, Kind, StageId};
use crate::domain::story::{Length, Story};
use crate::keys::Command;

/// A section: always one key away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Section {
    /// What to do next, and why.
    #[default]
    Today,
    /// The eight stages and the user's way along them.
    Roadmap,
    /// Ways to practice.
    Practice,
    /// Entries and debriefs.
    Journal,
    /// Stories, and what they cover.
    Stories,
    /// How it goes.
    Progress,
}

impl Section {
    /// All, in the order of the section bar.
    pub const ALL: [Self; 6] = [
        Self::Today,
        Self::Roadmap,
        Self::Practice,
        Self::Journal,
        Self::Stories,
        Self::Progress,
    ];

    /// The key and the name in the section bar.
    pub const fn label(self) -> (char, &'static str) {
        match self {
            Self::Today => ('1', "Today"),
            Self::Roadmap => ('2', "Roadmap"),
            Self::Practice => ('3', "Practice"),
            Self::Journal => ('4', "Journal"),
            Self::Stories => ('5', "Stories"),
            Self::Progress => ('6', "Progress"),
        }
    }
}

/// A place that lies on top of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The sheet of a stage, for one application or for all.
    Stage(StageId, Option<ApplicationId>),
    /// The road of one application, also of a closed one.
    Road(ApplicationId),
    /// The same page for an interview, from its top.
    Interview(StageId, ApplicationId),
    /// The last ten minutes: the card of the next interview, or of one of a job.
    Card(Option<(ApplicationId, Which)>),
    /// The days until the next interview, or until one of a job.
    Days(Option<(ApplicationId, Which)>),
    /// Their scorecard: of this job, or of the next interview.
    Scorecard(Option<ApplicationId>),
    /// What they were told: by this job, or by the next interview.
    Told(Option<ApplicationId>),
    /// The form for something they were told: a new one, or the one at this place.
    EditTold(ApplicationId, Option<usize>),
    /// The same for a new one, with the day and the round on which it was said.
    TellOf(ApplicationId, NaiveDate, Option<StageId>),
    /// Offers side by side; of a job, the mark on it.
    Offers(Option<ApplicationId>),
    /// The form for the offer of a job: when it came, until when they want an answer.
    EditOffer(ApplicationId),
    /// The form for what the user wants of the talk about terms with a job.
    EditTerms(ApplicationId),
    /// What matters to the user in a job.
    Matters,
    /// Who would speak for me, and papers: with what concerns this job, or the one that may call next.
    References(Option<ApplicationId>),
    /// The form for a referee: somebody new, or one who is there; with the days of this job.
    EditReferee(Option<RefereeId>, Option<ApplicationId>),
    /// The form for a paper: a new one, or one that is there or often asked for.
    EditDocument(Option<DocumentId>),
    /// Voices from both sides.
    Voices(PerspectiveId),
    /// The form for a new application, or for one that is there.
    EditApplication(Option<ApplicationId>),
    /// The form for an interview of an application: a new one, or the one at this place.
    EditRound(ApplicationId, Option<usize>),
    /// The question library.
    Library,
    /// The question library with what one pack holds.
    LibraryOf(String),
    /// Question packs.
    Packs,
    /// Checklists, letters, questions to ask and what else there is to read.
    Handbook,
    /// The page of the handbook about the record with this id.
    Page(String),
    /// The letter with this id in the handbook, and what it is about.
    Letter(String, About),
    /// The blanks of a letter that are open, one after the other.
    FillLetter(String, Option<About>),
    /// One question.
    Question(QuestionId),
    /// The form for a question of one's own.
    NewQuestion,
    /// The form for the words of a question of a pack or of one's own.
    EditQuestion(QuestionId),
    /// Whole mocks.
    Mocks,
    /// The form for a mock of one's own: a new one, or one that is there.
    EditMock(Option<BlueprintId>),
    /// Before a mock.
    Mock(BlueprintId),
    /// The field for the code of an interview.
    Code,
    /// The ladder against nerves.
    Ladder,
    /// Mocks and drills that came to their end.
    Past,
    /// Sittings that wait to be gone on with.
    Unfinished,
    /// The set-up of a drill.
    Setup(SetupFor),
    /// The running sitting.
    Sitting,
    /// The end of a sitting.
    Results(SittingId),
    /// The same, at the ratings of its answers that wait.
    Rate(SittingId),
    /// The talks that can be rehearsed.
    Talks,
    /// The running talk.
    Talk,
    /// The sets of assessment items.
    Sets,
    /// The questions whose sample answers can be rated.
    Seats,
    /// Answers of earlier days, rated again.
    SecondLook,
    /// The form for answers of a sitting that go to a coach; one of them is ticked at first, or all.
    HandIn(SittingId, Option<u16>),
    /// Files for a coach, and from one.
    Posts,
    /// The answers in this file, which were handed in.
    Review(PathBuf),
    /// The interviewer's seat at a question.
    Seat(QuestionId),
    /// The running set of items.
    Items,
    /// The set-up of two friends at one laptop.
    SetupChairs,
    /// Two friends at one laptop.
    Chairs,
    /// Ten seconds to name a story.
    Recall,
    /// The end of a talk or of a set of items.
    Ended(SittingId),
    /// The form for an entry: a new one, or one that is there.
    EditEntry(Option<EntryId>),
    /// The form for a new note on a sitting or a question.
    NoteBeside(Beside),
    /// The tags of an entry.
    TagEntry(EntryId),
    /// The debrief of an interview: one that is there, or one of this job, and of this interview of it.
    Debrief(Option<EntryId>, Option<(ApplicationId, Option<Slot>)>),
    /// One story.
    Story(StoryId),
    /// The form for a new story.
    NewStory(StoryStart),
    /// The form for a story that is there.
    EditStory(StoryId),
    /// The same, where one of its lengths is written.
    WriteLength(StoryId, Length),
    /// What was removed.
    Trash,
    /// Earlier messages.
    Messages,
    /// Who practices and how, and the looks.
    Settings,
    /// The same, at the field with this label.
    Setting(String),
    /// The theme picker.
    Themes,
}

/// What a drill is set up for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SetupFor {
    /// Drawn for this stage.
    pub stage: Option<StageId>,
    /// For this job; without one it is the next interview of the stage.
    pub job: Option<ApplicationId>,
    /// Only these kinds.
    pub kinds: Vec<Kind>,
    /// For this field of work.
    pub family: Option<FamilyId>,
    /// Only these competencies.
    pub competencies: Vec<CompetencyId>,
    /// Only from these packs.
    pub packs: Vec<String>,
    /// How many questions.
    pub count: Option<usize>,
    /// Only these questions.
    pub questions: Vec<QuestionId>,
    /// A whole mock instead.
    pub mock: Option<MockWish>,
    /// This talk instead of questions.
    pub scenario: Option<ScenarioId>,
    /// Items of this kind instead of questions.
    pub items: Option<ItemKind>,
}

/// What a new story begins with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoryStart {
    /// The question to start from.
    pub prompt: Option<StoryPromptId>,
    /// What it shows, as far as that is known.
    pub shows: Vec<CompetencyId>,
    /// The answer that it is to be made of, in its parts.
    pub answer: Option<Box<Story>>,
    /// What of that was taken over, in words.
    pub told: String,
}

/// A whole mock, as it was asked for on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MockWish {
    /// A blueprint, with a seed where one was given.
    Blueprint(BlueprintId, Option<u64>),
    /// The same interview as somebody sat.
    Code(String),
}

/// A step from place to place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Go {
    /// To a section; closes what lies on top.
    Section(Section),
    /// Opens a place on top.
    Open(Place),
    /// Opens a place instead of the one on top.
    Instead(Place),
    /// Closes what lies on top.
    Back,
    /// Closes what floats and runs a command of the screen below.
    Run(Command),
    /// Leaves the program.
    Quit,
}
