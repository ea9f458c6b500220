//! The table of commands: everything a key or the palette can ask for, one row each.
//!
//! A row is the name (in keymaps and `[keys]`), the general sentence (help, palette, `greenroom keys`), and
//! what kind of command it is. Keys are not here: they are data in `assets/keymap.toml`. This file imports
//! nothing, because the build script reads it too.

/// What kind of command a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// The undo command takes it back.
    Undo,
    /// Asks once before it acts.
    Sheet,
    /// Takes something away; needs `Undo` or `Sheet`.
    Destructive,
    /// Moves or edits; too small for the palette.
    Quiet,
    /// Has no key of its own; the palette has it.
    Keyless,
}

macro_rules! commands {
    ($($variant:ident $name:literal $say:literal $([$($flag:ident)*])? ;)*) => {
        /// Something that can be asked for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = concat!($say, ".")] $variant,)*
        }

        impl Command {
            /// All of them, in the order of the palette.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in keymaps and in `[keys]` of `config.toml`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it does, as one sentence without a full stop, where no context says it better.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $say,)* }
            }

            /// What kind it is.
            pub const fn flags(self) -> &'static [Flag] {
                match self { $(Self::$variant => &[$($(Flag::$flag,)*)?],)* }
            }

            /// The variant as it is spelled in code, for tables that are written when the program is built.
            pub const fn variant(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }
        }
    };
}

commands! {
    // Everywhere.
    Cancel      "cancel"       "Cancel this; twice within two seconds quits (drafts are saved)";
    Palette     "palette"      "Find any command";
    Help        "help"         "Keys of this screen";
    Redraw      "redraw"       "Draw the screen again";
    // Moving.
    Up          "up"           "Move up" [Quiet];
    Down        "down"         "Move down" [Quiet];
    Left        "left"         "Left, previous value, close" [Quiet];
    Right       "right"        "Right, next value, open" [Quiet];
    PageUp      "page-up"      "Page up" [Quiet];
    PageDown    "page-down"    "Page down" [Quiet];
    HalfUp      "half-up"      "Half a page up" [Quiet];
    HalfDown    "half-down"    "Half a page down" [Quiet];
    First       "first"        "First line" [Quiet];
    Last        "last"         "Last line" [Quiet];
    Main        "main"         "Do the main thing here";
    NextPane    "next-pane"    "Next part of the screen" [Quiet];
    PrevPane    "prev-pane"    "Previous part of the screen" [Quiet];
    Back        "back"         "One step back; at a section it only says where you are";
    Close       "close"        "Close this screen; at a section, leave greenroom";
    Undo        "undo"         "Undo the last change";
    Redo        "redo"         "Redo it";
    Copy        "copy"         "Copy what is marked";
    HideNames   "hide-names"   "Hide or show names of people and employers" [Undo];
    Suspend     "suspend"      "Back to the shell (type fg to return)";
    // Places.
    Today       "today"        "Today";
    Roadmap     "roadmap"      "Roadmap";
    PracticeHome "practice-home" "Practice";
    Journal     "journal"      "Journal";
    Stories     "stories"      "Stories";
    Progress    "progress"     "Progress";
    Mocks       "mocks"        "Whole mocks";
    Ladder      "ladder"       "Ladder against nerves";
    Card        "card"         "The last ten minutes: your card";
    Days        "days"         "Your days until the interview";
    Scorecard   "scorecard"    "Their scorecard: what the advert asks for";
    Told        "told"         "What I told them: pay, notice, promises";
    Offers      "offers"       "Offers side by side, and the talk about terms";
    References  "references"   "References and documents";
    Library     "library"      "Question library";
    Handbook    "handbook"     "Handbook: checklists, letters, questions to ask, voices";
    Packs       "packs"        "Question packs";
    Trash       "trash"        "Trash";
    Messages    "messages"     "Earlier messages";
    Goto        "goto"         "Go to a place (the next keys are listed)";
    // Verbs.
    Practice    "practice"     "Set up a drill with what is marked";
    Note        "note"         "Add a quick journal note";
    Find        "find"         "Find in this list";
    LeaveSample "leave-sample" "Leave the sample world and throw it away" [Undo];
    New         "new"          "New";
    Edit        "edit"         "Edit";
    EditOutside "edit-outside" "Edit in your own editor";
    Remove      "remove"       "Move to the trash" [Undo Destructive];
    Destroy     "destroy"      "Remove for good" [Sheet Destructive];
    Done        "done"         "Mark done or not done" [Undo];
    Tick        "tick"         "Tick or untick" [Undo];
    Filter      "filter"       "Filter this list";
    View        "view"         "Show it another way";
    Show        "show"         "Show or hide more";
    Tags        "tags"         "Tags";
    OpenLink    "open-link"    "Go on with what the page leads to";
    Debrief     "debrief"      "Debrief an interview";
    Retry       "retry"        "Try again";
    RetryWeak   "retry-weak"   "Try the weak ones again";
    RateAnew    "rate-anew"    "Rate the second try as a whole answer";
    Describe    "describe"     "Rate it with the descriptions, too";
    FollowUp    "follow-up"    "Answer what they would ask next";
    HandIn      "hand-in"      "Hand in answers to a coach";
    KeepStory   "keep-story"   "Keep this answer as a story";
    // A sitting.
    Pause       "pause"        "Pause; the same key goes on";
    Record      "record"       "Speak the answer, or type it";
    Microphone  "microphone"   "Record what I say, or stop recording";
    Play        "play"         "Play back what I said, or stop";
    ReadAloud   "read-aloud"   "Read the question aloud, or stop";
    Level1      "level-1"      "Not yet" [Undo];
    Level2      "level-2"      "Partly" [Undo];
    Level3      "level-3"      "Solid" [Undo];
    Level4      "level-4"      "Strong" [Undo];
    Pick1       "pick-1"       "The first";
    Pick2       "pick-2"       "The second";
    Pick3       "pick-3"       "The third";
    Pick4       "pick-4"       "The fourth";
    Pick5       "pick-5"       "The fifth";
    Pick6       "pick-6"       "The sixth";
    Pick7       "pick-7"       "The seventh";
    Pick8       "pick-8"       "The eighth";
    Pick9       "pick-9"       "The ninth";
    TapFiller   "tap-filler"   "Tap: a filler word" [Undo];
    TapStep     "tap-step"     "Tap: a step said before it was done";
    TapWe       "tap-we"       "Tap: \"we\" where \"I\" was wanted" [Undo];
    TapLost     "tap-lost"     "Tap: it lost me" [Undo];
    TapLanded   "tap-landed"   "Tap: it landed" [Undo];
    Ask         "ask"          "Ask for a fact";
    SameQuestion "same-question" "It was the question shown" [Quiet];
    ClearMark   "clear-mark"   "Clear the mark" [Undo Quiet];
    // Text and forms.
    Save        "save"         "Save, done";
    NewLine     "new-line"     "New line" [Quiet];
    NextField   "next-field"   "Next field" [Quiet];
    PrevField   "prev-field"   "Previous field" [Quiet];
    NextValue   "next-value"   "Next value" [Quiet];
    PrevValue   "prev-value"   "Previous value" [Quiet];
    CaretLeft   "caret-left"   "Left" [Quiet];
    CaretRight  "caret-right"  "Right" [Quiet];
    CaretUp     "caret-up"     "One screen row up; in a one-line field the previous field" [Quiet];
    CaretDown   "caret-down"   "One screen row down; in a one-line field the next field" [Quiet];
    LineStart   "line-start"   "Start of the line" [Quiet];
    LineEnd     "line-end"     "End of the line" [Quiet];
    WordLeft    "word-left"    "Word left" [Quiet];
    WordRight   "word-right"   "Word right" [Quiet];
    TextStart   "text-start"   "Start of the text" [Quiet];
    TextEnd     "text-end"     "End of the text" [Quiet];
    DeleteLeft  "delete-left"  "Delete left" [Quiet];
    DeleteRight "delete-right" "Delete right" [Quiet];
    DeleteWordLeft  "delete-word-left"  "Delete the word on the left" [Quiet];
    DeleteLineStart "delete-line-start" "Delete to the start of the line" [Quiet];
    DeleteLineEnd   "delete-line-end"   "Delete to the end of the line" [Quiet];
    // Without a key of their own.
    Matters     "matters"      "What matters to me in a job, in my order" [Keyless];
    Talks       "talks"        "Talks: an offer, a doubt, an improper question" [Keyless];
    Code        "code"         "Sit an interview again by its code" [Keyless];
    Sets        "sets"         "Work-style and judgment questions" [Keyless];
    Seat        "seat"         "Interviewer's seat: rate sample answers" [Keyless];
    Chairs      "chairs"       "With a friend: two chairs, or a mock of their own";
    Posts       "posts"        "Coach: review a hand-in, or take in what comes back" [Keyless];
    SecondLook  "second-look"  "Second look: rate an earlier answer again" [Keyless];
    Settings    "settings"     "Settings: field of work, clock, looks" [Keyless];
    Themes      "themes"       "Theme" [Keyless];
    Clock       "clock"        "Time: x1, x1.25, x1.5, x2, no clock" [Undo Keyless];
    Mouse       "mouse"        "Mouse on or off" [Undo Keyless];
    Sample      "sample"       "Look around with a sample world" [Undo Keyless];
    OwnHome     "own-home"     "Back to your own practice, from that of a friend" [Keyless];
    Past        "past"         "Past sittings with results: mocks, drills, talks" [Keyless];
    Unfinished  "unfinished"   "Unfinished sittings: go on with one, or put it away" [Keyless];
    Rate        "rate"         "Rate answers that wait for their rating" [Keyless];
    Where       "where"        "Where my files are" [Keyless];
}

impl Command {
    /// The numbers that choose, in order.
    pub const PICKS: [Self; 9] = [
        Self::Pick1,
        Self::Pick2,
        Self::Pick3,
        Self::Pick4,
        Self::Pick5,
        Self::Pick6,
        Self::Pick7,
        Self::Pick8,
        Self::Pick9,
    ];

    /// Reads a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.name() == name)
    }

    /// Whether it is of a kind.
    pub fn is(self, flag: Flag) -> bool {
        self.flags().contains(&flag)
    }

    /// Whether it is too small for the palette.
    pub fn quiet(self) -> bool {
        self.is(Flag::Quiet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_belongs_to_one_command() {
        for &command in Command::ALL {
            assert_eq!(Command::named(command.name()), Some(command));
        }
        assert_eq!(Command::named("no-such-thing"), None);
    }

    #[test]
    fn what_takes_away_can_be_undone_or_asks() {
        for &command in Command::ALL {
            if command.is(Flag::Destructive) {
                assert!(
                    command.is(Flag::Undo) || command.is(Flag::Sheet),
                    "{command:?}"
                );
            }
        }
        assert!(!Command::Main.is(Flag::Destructive));
    }
}
