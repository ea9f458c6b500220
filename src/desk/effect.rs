//! What a pane may ask for, and what became of it.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::voice::{Heard, Sounding};
use crate::content::overlay::own::Own;
use crate::content::packs::Listed;
use crate::domain::checks::{self, Checks};
use crate::domain::id::{ApplicationId, BlueprintId, EntryId, QuestionId, SittingId, StoryId};
use crate::domain::journal::{Asked, Entry};
use crate::domain::journey::Application;
use crate::domain::library::{Blueprint, Kind, Library, Question, StageId};
use crate::domain::practice::coach::Returned;
use crate::domain::practice::history::History;
use crate::domain::practice::ladder::Ladder;
use crate::domain::practice::past::Pasts;
use crate::domain::practice::record::{Block, SittingHead, SittingRecord};
use crate::domain::settings::{Config, Profile};
use crate::domain::story::Story;
use crate::domain::time::Wall;
use crate::problem::Problem;
use crate::store::coach_file::Post;
use crate::store::draft_file::{Draft, DraftKey};
use crate::store::error::StoreError;
use crate::store::trash::TrashEntry;

/// Something to carry out. Only `runtime` does; nothing here has happened yet.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Reads the whole home.
    Load,
    /// Reads it again if another program changed it.
    Look {
        /// Also if that was told already.
        again: bool,
        /// How many changes of this studio went before; it comes back with what was read.
        after: u64,
    },
    /// Starts the file of a sitting.
    BeginSitting(Box<SittingHead>),
    /// Appends a block to it.
    Append(SittingId, Box<Block>),
    /// Reads one sitting with its words.
    ReadSitting(SittingId),
    /// Writes a new application; when its name is taken it gets another one.
    AddApplication(Box<Application>),
    /// Writes an application.
    SaveApplication(Box<Application>),
    /// Moves an application to the trash.
    TrashApplication(ApplicationId),
    /// Puts an application back as it was, in a step back: out of the trash, where it lies there.
    PutApplication(Box<Application>),
    /// Takes an application away again, in a step back.
    TakeApplication(ApplicationId),
    /// Puts an entry back as it was, in a step back: out of the trash, where it lies there.
    PutEntry(Box<Entry>),
    /// Takes an entry away again, in a step back.
    TakeEntry(EntryId),
    /// What one step back is made of: all of it, or nothing where somebody else has changed a part since.
    Step(Vec<Self>),
    /// Writes a new entry; when its name is taken it gets another one.
    AddEntry(Box<Entry>),
    /// Writes an entry.
    SaveEntry(Box<Entry>),
    /// Moves an entry to the trash.
    TrashEntry(EntryId),
    /// Writes a new story; when its name is taken it gets another one.
    AddStory(Box<Story>),
    /// Writes a story.
    SaveStory(Box<Story>),
    /// Moves a story to the trash.
    TrashStory(StoryId),
    /// Puts a story back as it was, in a step back: out of the trash, where it lies there.
    PutStory(Box<Story>),
    /// Takes a story away again, in a step back.
    TakeStory(StoryId),
    /// Moves a sitting to the trash.
    TrashSitting(SittingId),
    /// Puts a sitting back that was moved there last.
    RestoreSitting(SittingId),
    /// Writes the profile.
    SaveProfile(Box<Profile>),
    /// Writes a change of referees and papers.
    SaveChecks(Box<checks::Change>),
    /// Writes the settings.
    SaveConfig(Box<Config>),
    /// Adds questions to the user's own bank, or takes some out.
    ChangeBank(Box<ForBank>),
    /// Gives a question of a pack, or of the user's own, other words, another kind, or both.
    Reword(QuestionId, Option<String>, Option<Kind>),
    /// Takes such a question out of the way (`true`), or back among the others.
    HideQuestion(QuestionId, bool),
    /// Puts back what the user had changed about it before.
    PutQuestion(QuestionId, Own),
    /// Writes a mock of the user's own.
    SaveMock(Box<Blueprint>),
    /// Takes a mock of the user's own away.
    RemoveMock(BlueprintId),
    /// Writes a page for other people into the folder for such files: its name without an end, and the Markdown.
    WritePage(String, String),
    /// Writes answers for a coach into the same folder: the name of the file without its end, and its text.
    WriteHandIn(String, String),
    /// Finds files for a coach, and from one: in the home, which is this folder, and where the program was started.
    FindPosts(PathBuf),
    /// Reads such a file.
    ReadPost(PathBuf),
    /// Writes the answer to such a file beside it.
    WriteReturn(PathBuf, String),
    /// Lays what a coach gave back to the answers that it is about.
    TakeReturn(Box<Returned>),
    /// Keeps half-typed text.
    SaveDraft(Box<Draft>),
    /// Forgets half-typed text that has been saved.
    DropDraft(DraftKey),
    /// Moves the files of a pack to the trash.
    TrashPack(Vec<String>),
    /// Puts the files of a pack back that were moved there last.
    RestorePack(Vec<String>),
    /// Lists the trash.
    ListTrash,
    /// Puts something back from the trash.
    Restore(TrashEntry),
    /// Removes something from the trash for good.
    Purge(TrashEntry),
    /// Hands a text to the user's editor.
    OpenEditor(String),
    /// Copies a text to the clipboard.
    Copy(String),
    /// Does something with sound.
    Sound(Sounding),
    /// Rings.
    Bell,
    /// Turns mouse reports on or off.
    Mouse(bool),
    /// Opens a new sample world (`true`), or leaves the one that is open.
    Sample(bool),
    /// Opens the home of a friend inside this one, or goes back to one's own.
    Friend(Option<String>),
    /// Opens the sample world that was left, as it was.
    SampleAgain,
    /// Draws everything again.
    Redraw,
    /// Goes to the shell until told to come back.
    Suspend,
    /// Tries once more to write what could not be written.
    CatchUp,
    /// Leaves with an exit code, once everything is written.
    Quit(i32),
}

impl Effect {
    /// What it is made of.
    pub const fn parts(&self) -> &[Self] {
        match self {
            Self::Step(parts) => parts.as_slice(),
            one => std::slice::from_ref(one),
        }
    }

    /// What it puts back or takes away in a step back; somebody else may have changed that since.
    pub fn steps(&self) -> Option<Wrote> {
        match self {
            Self::PutApplication(a) => Some(Wrote::Application(a.id.clone())),
            Self::TakeApplication(id) => Some(Wrote::Application(id.clone())),
            Self::PutEntry(entry) => Some(Wrote::Entry(entry.id.clone())),
            Self::TakeEntry(id) => Some(Wrote::Entry(id.clone())),
            Self::PutStory(story) => Some(Wrote::Story(story.id.clone())),
            Self::TakeStory(id) => Some(Wrote::Story(id.clone())),
            _ => None,
        }
    }
}

/// What joins the user's own bank, and what leaves it.
#[derive(Debug, Clone, Default)]
pub struct ForBank {
    /// The debrief that tells it, which learns which cards its questions became.
    pub entry: Option<EntryId>,
    /// Questions; one that is known to be a card of another pack stays that card.
    pub asked: Vec<Asked>,
    /// The kind of them, where the user says it.
    pub kind: Option<Kind>,
    /// Doubts that they had, to be put as questions.
    pub doubts: Vec<String>,
    /// Where they were asked.
    pub place: String,
    /// The stage of the interview.
    pub stage: Option<StageId>,
    /// Its day.
    pub on: Option<NaiveDate>,
    /// Cards that leave it, as long as they are as they came.
    pub gone: Vec<QuestionId>,
    /// Where and at which stage those came, as the entry had it before.
    pub came: (String, Option<StageId>),
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrote {
    /// The head of a sitting.
    Sitting(SittingId),
    /// A block of a sitting.
    Block(SittingId),
    /// An application.
    Application(ApplicationId),
    /// An entry.
    Entry(EntryId),
    /// A story.
    Story(StoryId),
    /// The profile.
    Profile,
    /// Referees and papers.
    Checks,
    /// The settings.
    Config,
    /// Half-typed text.
    Draft(DraftKey),
    /// The user's own bank.
    Bank,
    /// A mock of the user's own.
    Mock(BlueprintId),
    /// Other words for a question, or another kind.
    Question(QuestionId),
}

/// The home as it has been read.
#[derive(Debug, Clone, Default)]
pub struct Everything {
    /// The library with packs, the user's own bank and overlay laid over it.
    pub library: Library,
    /// The packs.
    pub packs: Vec<Listed>,
    /// Who practices.
    pub profile: Profile,
    /// Who would speak for them, and their papers.
    pub checks: Checks,
    /// Applications.
    pub applications: Vec<Application>,
    /// Stories, oldest first.
    pub stories: Vec<Story>,
    /// Entries, newest first.
    pub entries: Vec<Entry>,
    /// Facts of past answers.
    pub history: History,
    /// Talks and sets of items that were held before.
    pub past: Pasts,
    /// Heads of past drills, oldest first.
    pub heads: Vec<SittingHead>,
    /// Sittings without an end, with their words, newest last.
    pub open: Vec<SittingRecord>,
    /// How far the ladder was climbed.
    pub ladder: Ladder,
    /// Half-typed text.
    pub drafts: Vec<Draft>,
    /// What is wrong in the home.
    pub problems: Vec<Problem>,
    /// The settings, where they were read again.
    pub settings: Option<SettingsRead>,
}

/// The settings as they are in the file.
#[derive(Debug, Clone, Default)]
pub struct SettingsRead {
    /// What could be understood.
    pub config: Config,
    /// What could not.
    pub problems: Vec<Problem>,
    /// Whether the file names another theme than when it was read before: one that was asked for when the studio was
    /// opened stays as long as it does not.
    pub is_other_theme: bool,
}

/// Why something could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The file, with its line where that is what has to be mended.
    pub place: String,
    /// What is the matter and what to do, in sentences that go on after the place.
    pub words: String,
    /// Whether the file is one that cannot be read: it was left as it is.
    pub broken: bool,
}

impl Loss {
    /// A file that cannot be read is not written over.
    pub fn broken(problem: &Problem) -> Self {
        let line = match problem.place.line {
            0 => String::new(),
            line => format!(", line {line}"),
        };
        Self {
            place: format!("{}{line}", problem.file),
            words: format!("{} {}", problem.what, problem.hint)
                .trim_end()
                .to_owned(),
            broken: true,
        }
    }

    /// All of it, for the one who wanted to save.
    pub fn sentence(&self) -> String {
        if self.broken {
            format!("NOT saved: {}. {}", self.place, self.words)
        } else {
            self.words.clone()
        }
    }
}

impl From<&StoreError> for Loss {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Broken(problem) => Self::broken(problem),
            other => Self {
                place: other.file().to_owned(),
                words: other.to_string(),
                broken: false,
            },
        }
    }
}

/// What became of an effect.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The home has been read.
    Loaded(Box<Everything>),
    /// Another program changed the home, and it has been read again; after how many changes of this studio.
    Refreshed(u64, Box<Everything>),
    /// A sitting has been read.
    SittingRead(Box<SittingRecord>),
    /// A sitting that was taken up is open in another studio, too: how far it has come, and since when it is open.
    OpenElsewhere(Box<SittingRecord>, Wall),
    /// It is on disk.
    Saved(Wrote, PathBuf),
    /// It could not be written: what, and why.
    NotSaved(Wrote, Loss),
    /// The file had been changed by somebody else: both versions are kept, the second under this path.
    KeptBoth(Wrote, PathBuf),
    /// A step back is on disk: what it was about, and what that is called now.
    Stepped(Wrote, Wrote),
    /// Somebody else changed the file since: the step back was not taken, and the file is as they left it.
    NotStepped(Wrote),
    /// The name was taken by another studio: the first is called like the second now.
    Renamed(Wrote, Wrote),
    /// The questions of a debrief are cards now: each line with its card.
    Asked(EntryId, Vec<(String, QuestionId)>),
    /// Cards of the user's own bank after it changed, and which of them it was changed for.
    Bank(Vec<Question>, Vec<QuestionId>),
    /// A doubt is one of them now and can be answered.
    DoubtCard(QuestionId),
    /// The trash.
    Trash(Vec<TrashEntry>),
    /// Put back or removed for good; the home should be read again.
    TrashChanged(String),
    /// A question was changed by the user: what they had changed about it before, and now; the home should be read
    /// again.
    QuestionChanged(QuestionId, Own, Own),
    /// A pack was taken away or put back; the home should be read again.
    PacksChanged,
    /// What could not be written of a sitting before is on disk now.
    CaughtUp,
    /// Could not be done: a sentence.
    Failed(String),
    /// The editor came back with this text.
    Edited(String),
    /// The editor failed: a sentence; nothing has changed.
    NotEdited(String),
    /// The home of a friend is open, or one's own again.
    Friend(Option<String>),
    /// The sample world is open (`true`), or it is gone.
    Sample(bool),
    /// A page was written into this file.
    PageWritten(String),
    /// Files for a coach, and from one.
    PostsFound(Vec<(PathBuf, String)>),
    /// Such a file has been read.
    PostRead(PathBuf, Box<Post>),
    /// The answer to a hand-in was written into this file.
    ReturnWritten(PathBuf),
    /// What a coach gave back lies with the answers of this sitting; a sentence says what it was. The home should be
    /// read again.
    Returned(SittingId, String),
    /// Copied so many characters.
    Copied(usize),
    /// What came of something with sound.
    Sound(Heard),
}
