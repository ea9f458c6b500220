//! The table of contexts: where a key is pressed decides what it does.
//!
//! Each has a table of keys in `assets/keymap.toml`. This file imports nothing, because the build script
//! reads it too.

macro_rules! contexts {
    ($($variant:ident $name:literal $title:literal;)*) => {
        /// Where a key is pressed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Context {
            $(#[doc = concat!($title, ".")] $variant,)*
        }

        impl Context {
            /// All of them, layers first, in the order in which keys are printed.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name of its table in keymaps.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The heading over its keys.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// The variant as it is spelled in code, for tables that are written when the program is built.
            pub const fn variant(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }
        }
    };
}

contexts! {
    // Layers: never active alone.
    Any       "any"       "Everywhere";
    Move      "move"      "Moving";
    Nav       "nav"       "On every screen";
    Browse    "browse"    "On every section";
    Room      "room"      "In a sitting";
    Text      "text"      "While typing";
    // Sections.
    Firstrun  "firstrun"  "The first day";
    Today     "today"     "Today";
    Roadmap   "roadmap"   "Roadmap";
    Stage     "stage"     "A stage";
    Scorecard "scorecard" "Their scorecard";
    Told      "told"      "What I told them";
    Offers    "offers"    "Offers side by side";
    Matters   "matters"   "What matters to me in a job";
    References "references" "References and documents";
    Practice  "practice"  "Practice";
    Mocks     "mocks"     "Whole mocks";
    Mock      "mock"      "Before a mock";
    Posts     "posts"     "Coach: hand-ins and what comes back";
    Code      "code"      "The code of an interview";
    Ladder    "ladder"    "The ladder against nerves";
    Library   "library"   "Question library";
    Handbook  "handbook"  "Handbook";
    Letter    "letter"    "A letter of the handbook";
    Journal   "journal"   "Journal";
    Stories   "stories"   "Stories";
    Progress  "progress"  "Progress";
    Past      "past"      "Past sittings";
    Unfinished "unfinished" "Unfinished sittings";
    List      "list"      "Talks, and sets of items";
    // Full screens that are read.
    Question  "question"  "A question";
    Story     "story"     "A story";
    Card      "card"      "The last ten minutes";
    Days      "days"      "Your days until an interview";
    Reader    "reader"    "A page to read";
    Results   "results"   "Results of a sitting";
    Packs     "packs"     "Question packs";
    Ended     "ended"     "The end of a talk or a set";
    Trash     "trash"     "Trash";
    Messages  "messages"  "Earlier messages";
    Themes    "themes"    "Themes";
    // A sitting.
    Think     "think"     "Before a typed answer";
    Ready     "ready"     "Before a spoken answer";
    Answer    "answer"    "Typing the answer";
    Aloud     "aloud"     "Speaking the answer";
    Ask       "ask"       "Asking for a fact";
    Asked     "asked"     "The whole question";
    Opened    "opened"    "A page over the rating or the results";
    Stop      "stop"      "In a mock, between questions";
    Keep      "keep"      "In a mock, after a take";
    Evidence  "evidence"  "Rating: what was said";
    Anchors   "anchors"   "Rating: which description fits";
    After     "after"     "Rating: what comes of it";
    Scenario  "scenario"  "A talk";
    Heard     "heard"     "A talk: the briefing, and what a reply did";
    Ownwords  "ownwords"  "A reply in own words";
    Item      "item"      "A judgment question or a statement";
    Review    "review"    "Answers handed in to a coach";
    Seat      "seat"      "The interviewer's seat";
    Recall    "recall"    "Ten seconds to name the story";
    // Two friends at one laptop.
    Cover     "cover"     "Two chairs: the cover between two people";
    Interviewer "interviewer" "Two chairs: the interviewer's card";
    Ticks     "ticks"     "Two chairs: rating the answer";
    Fits      "fits"      "Two chairs: which description fits";
    Reveal    "reveal"    "Two chairs: both ratings";
    // Debrief.
    Debrief   "debrief"   "Debrief: the questions";
    Mark      "mark"      "Debrief: how it went";
    Used      "used"      "Debrief: which story was told";
    // Fields and pop-ups.
    Area      "area"      "A text of many lines";
    Line      "line"      "A field of one line";
    Jot       "jot"       "A line for a note";
    Find      "find"      "Find in a list";
    Palette   "palette"   "Command palette";
    Choice    "choice"    "A choice in a form that starts something";
    Press     "press"     "The button of a form";
    Values    "values"    "A choice in a form";
    Listed    "listed"    "A choice in a form with a long list";
    Several   "several"   "Ticks in a form with a long list";
    Many      "many"      "A long list in a form that starts something";
    Pick      "pick"      "The list of all choices";
    Opens     "opens"     "A line in a form that opens a page";
    Sheet     "sheet"     "A question with a few choices";
    Goto      "goto"      "Go to";
    Help      "help"      "Help";
    Toosmall  "toosmall"  "A window that is too small";
}

impl Context {
    /// Reads a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.name() == name)
    }
}
