//! The screens. Panes never see each other; they meet in the model.

pub mod application_form;
pub mod begin;
pub mod bench;
pub mod beside;
pub mod brief;
pub mod card;
pub mod chairs;
pub mod chairs_form;
pub mod checks_form;
pub mod code;
pub mod days;
pub mod dealt_with;
pub mod debrief;
pub mod debrief_words;
pub mod document_form;
pub mod doubt;
pub mod drafting;
#[cfg(test)]
pub(crate) mod easel;
pub mod elsewhere;
pub mod ended;
pub mod entry_form;
pub mod filling;
pub mod finder;
pub mod formed;
pub mod goto;
pub mod hand_in;
pub mod handbook;
pub mod heading;
pub mod help;
pub mod inside;
pub mod items;
mod jotting;
pub mod journal;
pub mod keep_story;
pub mod ladder;
pub mod layout;
pub mod leads;
pub mod leaflet;
pub mod letter_form;
pub mod letters;
pub mod library;
pub mod library_words;
pub mod matters;
pub mod messages;
pub mod mock_form;
pub mod mock_start;
pub mod mocking;
pub mod mocks;
pub mod new_question;
pub mod offer_form;
pub mod offers;
pub mod own_question;
pub mod own_words;
pub mod packs;
pub mod palette;
pub mod paper;
pub mod past;
pub mod people;
pub mod points;
pub mod posts;
pub mod practice;
pub mod progress;
pub mod question;
pub mod recall;
pub mod referee_form;
pub mod references;
pub mod results;
pub mod review;
pub mod roadmap;
pub mod round_form;
pub mod rounds;
pub mod saving;
pub mod scorecard;
pub mod seat;
pub mod seats;
pub mod second_look;
pub mod sets;
pub mod settings;
pub mod setup;
pub mod sitting;
pub mod stage;
pub mod statement_form;
pub mod statements;
pub mod station;
pub mod stories;
pub mod story;
pub mod story_form;
pub mod story_words;
pub mod talk;
pub mod talks;
pub mod task;
pub mod terms_form;
pub mod themes;
pub mod ticks;
pub mod today;
pub mod told_words;
pub mod trash;
pub mod unfinished;
pub mod unreadable;
pub mod voice_words;
pub mod voices;
pub mod week;
pub mod words;
pub mod work;

use ratatui::layout::Rect;

use crate::desk::{Desk, Model, Msg, Place, Section, View};
use crate::domain::journal::Beside;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::Step;

pub use layout::{ONE_LIST, column, pair, pair_width, text_height, text_width};

/// Why a command cannot run now, as a sentence for the status line.
pub type Reason = String;

/// What stands in the first two rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// The section bar with one fact at the right.
    Sections {
        /// The section that is underlined.
        active: Section,
        /// The fact.
        fact: String,
    },
    /// A title with a middle and a right part; the row below belongs to the pane.
    Title {
        /// Where I am.
        left: String,
        /// How far.
        middle: String,
        /// One fact.
        right: String,
    },
}

impl Head {
    /// A title of which nothing is known yet.
    pub fn untitled(left: &str) -> Self {
        Self::Title {
            left: left.to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }
}

/// One screen.
pub trait Pane {
    /// Which keys apply now.
    fn context(&self, model: &Model) -> Context;

    /// Takes one message; the only place where a pane changes.
    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>);

    /// What stands in the first rows.
    fn head(&self, view: &View<'_>) -> Head;

    /// Draws what lies between the head and the last two rows. `area` leaves the margins free, where the focus mark goes.
    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>);

    /// Cells of the page that it takes at most.
    fn widest(&self) -> u16 {
        u16::MAX
    }

    /// The line of words above the hints, when no toast is shown.
    fn status(&self, _view: &View<'_>) -> String {
        String::new()
    }

    /// Why a command cannot run now; `None` when it can.
    fn unavailable(&self, _command: Command, _model: &Model) -> Option<Reason> {
        None
    }

    /// Whether undo takes back something of its own now, and the last change elsewhere stays.
    fn takes_back(&self, _model: &Model) -> bool {
        false
    }

    /// How a hint reads now: another word for what its key does, or nothing where the key is of no use at the moment.
    fn hint(
        &self,
        _command: Command,
        label: &'static str,
        _view: &View<'_>,
    ) -> Option<&'static str> {
        Some(label)
    }

    /// How many numbers choose something here; `None` where all that have a key do.
    fn picks(&self, _model: &Model) -> Option<usize> {
        None
    }

    /// What the copy key copies; `None` where there is nothing to copy.
    fn copied(&self, _view: &View<'_>) -> Option<String> {
        None
    }

    /// What a note that is written here is about; `None` where it is about nothing in view.
    fn beside(&self) -> Option<Beside> {
        None
    }

    /// When it wants to be woken, `None` when nothing runs.
    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        None
    }
}

/// The pane of a section.
pub fn section(section: Section) -> Box<dyn Pane> {
    match section {
        Section::Today => Box::new(today::Today::default()),
        Section::Roadmap => Box::new(roadmap::Roadmap::default()),
        Section::Practice => Box::new(practice::Practice::default()),
        Section::Journal => Box::new(journal::Journal::default()),
        Section::Stories => Box::new(stories::Ledger::default()),
        Section::Progress => Box::new(progress::Progress::default()),
    }
}

/// The pane of a place.
pub fn open(place: &Place) -> Box<dyn Pane> {
    match place.clone() {
        Place::Stage(stage, application) => Box::new(stage::Sheet::new(stage, application)),
        Place::Road(id) => Box::new(roadmap::Roadmap::of(id)),
        Place::Interview(stage, id) => Box::new(stage::Sheet::of_interview(stage, id)),
        Place::Card(wanted) => Box::new(card::Page::new(wanted)),
        Place::Days(wanted) => Box::new(days::Page::new(wanted)),
        Place::Scorecard(id) => Box::new(scorecard::Page::new(id)),
        Place::Told(id) => Box::new(statements::Page::new(id)),
        Place::References(id) => Box::new(references::Page::new(id)),
        Place::EditReferee(id, job) => Box::new(referee_form::RefereeForm::new(id, job)),
        Place::EditDocument(id) => Box::new(document_form::DocumentForm::new(id)),
        Place::EditTold(id, at) => Box::new(statement_form::StatementForm::new(id, at)),
        Place::TellOf(id, day, stage) => {
            Box::new(statement_form::StatementForm::new(id, None).of((day, stage)))
        }
        Place::Offers(id) => Box::new(offers::Page::new(id)),
        Place::EditOffer(id) => Box::new(offer_form::OfferForm::new(id)),
        Place::EditTerms(id) => Box::new(terms_form::TermsForm::new(id)),
        Place::Matters => Box::new(matters::Page::default()),
        Place::Voices(id) => Box::new(voices::Voices::new(id)),
        Place::EditApplication(id) => Box::new(application_form::ApplicationForm::new(id)),
        Place::EditRound(id, at) => Box::new(round_form::RoundForm::new(id, at)),
        Place::Library => Box::new(library::Library::default()),
        Place::LibraryOf(pack) => Box::new(library::Library::of(pack)),
        Place::Packs => Box::new(packs::Packs::default()),
        Place::Handbook => Box::new(handbook::Handbook::default()),
        Place::Page(id) => Box::new(handbook::Handbook::at(id)),
        Place::Letter(id, about) => Box::new(handbook::Handbook::at_letter(id, about)),
        Place::FillLetter(id, about) => Box::new(letter_form::LetterForm::new(id, about)),
        Place::Question(id) => Box::new(question::Page::new(id)),
        Place::NewQuestion => Box::new(new_question::NewQuestion::new(None)),
        Place::EditQuestion(id) => Box::new(new_question::NewQuestion::new(Some(id))),
        Place::Mocks => Box::new(mocks::Mocks::default()),
        Place::EditMock(id) => Box::new(mock_form::MockForm::new(id)),
        Place::Code => Box::new(code::Entry::default()),
        Place::Ladder => Box::new(ladder::Ladder::default()),
        Place::Unfinished => Box::new(unfinished::Unfinished::default()),
        Place::Past => Box::new(past::Past::default()),
        Place::Mock(id) => Box::new(mock_start::MockStart::new(id)),
        Place::Setup(wanted) => Box::new(setup::Setup::new(wanted)),
        Place::Sitting => Box::new(sitting::Room::default()),
        Place::Results(id) => Box::new(results::Page::new(id)),
        Place::Rate(id) => Box::new(results::Page::to_rate(id)),
        Place::Talks => Box::new(talks::Talks::default()),
        Place::Talk => Box::new(talk::Room::default()),
        Place::Sets => Box::new(sets::Sets::default()),
        Place::Seats => Box::new(seats::Seats::default()),
        Place::Seat(id) => Box::new(seat::Room::new(id)),
        Place::SecondLook => Box::new(second_look::Room::default()),
        Place::HandIn(id, only) => Box::new(hand_in::Page::new(id, only)),
        Place::Posts => Box::new(posts::Posts::default()),
        Place::Review(path) => Box::new(review::Room::new(path)),
        Place::Items => Box::new(items::Room::default()),
        Place::SetupChairs => Box::new(chairs_form::ChairsForm::default()),
        Place::Chairs => Box::new(chairs::Room::default()),
        Place::Recall => Box::new(recall::Room::default()),
        Place::Ended(id) => Box::new(ended::Page::new(id)),
        Place::EditEntry(id) => Box::new(entry_form::EntryForm::new(id)),
        Place::NoteBeside(beside) => Box::new(entry_form::EntryForm::beside(beside)),
        Place::TagEntry(id) => Box::new(entry_form::EntryForm::tags(id)),
        Place::Debrief(entry, wanted) => Box::new(debrief::Talk::new(entry, wanted)),
        Place::Story(id) => Box::new(story::Page::new(id)),
        Place::NewStory(start) => Box::new(story_form::StoryForm::new(start)),
        Place::EditStory(id) => Box::new(story_form::StoryForm::of(id)),
        Place::WriteLength(id, length) => Box::new(story_form::StoryForm::of(id).at_length(length)),
        Place::Trash => Box::new(trash::Trash::default()),
        Place::Messages => Box::new(messages::Messages::default()),
        Place::Settings => Box::new(settings::Settings::default()),
        Place::Setting(label) => Box::new(settings::Settings::at(label)),
        Place::Themes => Box::new(themes::Themes::default()),
    }
}

/// The step of a moving command.
pub fn step_of(command: Command) -> Option<Step> {
    Some(match command {
        Command::Up => Step::Up,
        Command::Down => Step::Down,
        Command::PageUp | Command::HalfUp => Step::PageUp,
        Command::PageDown | Command::HalfDown => Step::PageDown,
        Command::First => Step::First,
        Command::Last => Step::Last,
        _ => return None,
    })
}
