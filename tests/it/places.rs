//! Every screen there is, each with the way to it, in a home that has been lived in for a while.

use std::sync::OnceLock;

use greenroom::desk::go::{MockWish, SetupFor};
use greenroom::domain::id::{BlueprintId, ScenarioId};
use greenroom::domain::library::{ItemKind, Kind};
use greenroom::keys::{Command, Context};

use crate::chairs;
use crate::problems::case;
use crate::visit::{File, Visit};

/// One screen: its name, and how a person gets there from Today.
pub struct Place {
    /// Its name in a failure.
    pub name: &'static str,
    /// The way.
    pub go: fn(&mut Visit),
    /// The context it ends in.
    pub context: Context,
}

/// The employer in that home.
pub const EMPLOYER: &str = "Kestrel Labs";

/// Words of an entry in that home.
pub const ENTRY: &str = "Called the recruiter. She said that the team is small.";

/// The words of somebody who tries it out.
pub const ANSWER: &str =
    "I led the move of our shop to one supplier. It cut the cost of it by a third.";

/// The day after that home was last used.
pub fn visit() -> Visit {
    Visit::new()
        .with_home(home())
        .on("2026-03-03")
        .ignore_toasts()
}

/// Goes to a place on a fresh copy of that home.
pub fn at(place: &Place) -> Visit {
    at_size(place, (80, 24))
}

/// The same on a screen of another size.
pub fn at_size(place: &Place, (width, height): (u16, u16)) -> Visit {
    let mut v = visit().size(width, height);
    (place.go)(&mut v);
    v.is_in(place.context);
    v
}

/// The files of a home that has been lived in: one job, a note, a debrief, a finished mock, something in the trash.
pub fn home() -> &'static [File] {
    static HOME: OnceLock<Vec<File>> = OnceLock::new();
    HOME.get_or_init(|| {
        let mut v = Visit::new().on("2026-03-02").ignore_toasts();
        v.press(Command::Roadmap)
            .press(Command::New)
            .types(EMPLOYER)
            .press(Command::NextField)
            .types("Engineer")
            .press_times(Command::NextField, 2)
            .types("18 mar")
            .press_times(Command::NextField, 7)
            .types("no mock")
            .press(Command::Main)
            .press(Command::Save);
        v.press(Command::Journal)
            .press(Command::New)
            .types("Thrown away soon.");
        v.press(Command::Save).press(Command::Remove);
        v.press(Command::New).types(ENTRY).press(Command::Save);
        debrief(&mut v).types("tense").press(Command::NextField);
        v.types("What would your last team say about you?")
            .press(Command::Main)
            .press(Command::Level2)
            .press(Command::Level3)
            .types("Why do you leave?")
            .press(Command::Save);
        v.press(Command::PracticeHome).press(Command::Main);
        while v.context() != Context::Results {
            rate_on(&mut v);
        }
        v.restart();
        v.everything()
    })
}

/// A story in the home that says what it shows.
fn story(v: &mut Visit) -> &mut Visit {
    let text =
        "format = 1\ntitle = \"The night rota\"\ncreated = 2026-02-01\nshows = [\"ownership\"]\n";
    v.meddles("stories/the-night-rota.toml", text).restart()
}

/// Begins the debrief of an interview, also where the only one is still to come.
pub fn debrief(v: &mut Visit) -> &mut Visit {
    v.press(Command::Debrief);
    if v.context() == Context::Sheet {
        v.press(Command::Down).press(Command::Main);
    }
    v
}

/// One step on in a sitting, the quick way.
pub fn rate_on(v: &mut Visit) {
    match v.context() {
        Context::Answer => v.pastes(ANSWER).press(Command::Save),
        Context::Evidence => v.press(Command::Tick).press(Command::Main),
        Context::Think
        | Context::Ready
        | Context::Anchors
        | Context::After
        | Context::Stop
        | Context::Keep => v.press(Command::Main),
        Context::Opened => v.press(Command::Back),
        other => panic!("no step on from {}\n{}", other.name(), v.screen()),
    };
}

/// A drill of so many questions.
pub fn drill(v: &mut Visit, count: usize) -> &mut Visit {
    v.drills(&SetupFor {
        count: Some(count),
        ..SetupFor::default()
    })
}

/// The same with questions that ask for something that happened.
pub fn events(v: &mut Visit, count: usize) -> &mut Visit {
    v.drills(&SetupFor {
        kinds: vec![Kind::Behavioral],
        count: Some(count),
        ..SetupFor::default()
    })
}

/// Goes on in a sitting until it stands in a context.
pub fn on_to(v: &mut Visit, context: Context) {
    while v.context() != context {
        rate_on(v);
    }
}

/// A whole mock.
pub fn whole<'v>(v: &'v mut Visit, blueprint: &str) -> &'v mut Visit {
    v.drills(&SetupFor {
        mock: Some(MockWish::Blueprint(BlueprintId::new(blueprint), None)),
        ..SetupFor::default()
    })
}

/// The list of whole mocks.
fn mocks(v: &mut Visit) -> &mut Visit {
    v.runs("whole mocks")
}

const fn place(name: &'static str, context: Context, go: fn(&mut Visit)) -> Place {
    Place { name, go, context }
}

fn section(v: &mut Visit, command: Command) -> &mut Visit {
    v.press(command)
}

fn step(v: &mut Visit, context: Context) -> &mut Visit {
    drill(v, 2);
    on_to(v, context);
    v
}

fn talk(v: &mut Visit) -> &mut Visit {
    v.drills(&SetupFor {
        scenario: Some(ScenarioId::new("exploding-offer")),
        ..SetupFor::default()
    })
}

fn items(v: &mut Visit, kind: ItemKind) -> &mut Visit {
    v.drills(&SetupFor {
        items: Some(kind),
        count: Some(6),
        ..SetupFor::default()
    })
}

/// All of them.
pub const ALL: &[Place] = &[
    place("today", Context::Today, |v| {
        v.opens();
    }),
    place("roadmap", Context::Roadmap, |v| {
        section(v, Command::Roadmap);
    }),
    place("a mock of one's own", Context::Line, |v| {
        mocks(v).press(Command::New);
    }),
    place("past sittings", Context::Past, |v| {
        v.runs("past sittings");
    }),
    place("unfinished sittings", Context::Unfinished, |v| {
        drill(v, 2);
        v.kill().runs("unfinished sittings");
    }),
    place("whole mocks", Context::Mocks, |v| {
        mocks(v);
    }),
    place("whole mocks, finding", Context::Find, |v| {
        mocks(v).press(Command::Find).types("nurse");
    }),
    place("before a mock", Context::Mock, |v| {
        mocks(v).press(Command::Main);
    }),
    place("the code of an interview", Context::Code, |v| {
        v.runs("by its code");
    }),
    place("files of a coach", Context::Posts, |v| {
        v.runs("review a hand-in");
    }),
    place("answers that were handed in", Context::Review, |v| {
        v.runs("review a hand-in");
        v.types(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/it/hand-in.toml"
        ));
        v.press(Command::Main);
    }),
    place("the ladder", Context::Ladder, |v| {
        v.runs("ladder against");
    }),
    place("sample answers", Context::List, |v| {
        v.runs("interviewer's seat");
    }),
    place("the interviewer's seat, an answer", Context::Seat, |v| {
        v.runs("interviewer's seat").press(Command::Main);
    }),
    place("the interviewer's seat, the points", Context::Seat, |v| {
        v.runs("interviewer's seat").press_times(Command::Main, 2);
    }),
    place("the interviewer's seat, the words", Context::Seat, |v| {
        v.runs("interviewer's seat").press_times(Command::Main, 3);
    }),
    place("the interviewer's seat, both ratings", Context::Seat, |v| {
        v.runs("interviewer's seat").press_times(Command::Main, 3);
        v.press_times(Command::Level3, 8).press(Command::Main);
    }),
    place("two chairs, set-up", Context::Line, |v| {
        v.runs("two chairs");
    }),
    place("two chairs, the cover", Context::Cover, |v| {
        chairs::seated(v);
    }),
    place("two chairs, the card", Context::Interviewer, |v| {
        chairs::seated(v).press(Command::Main);
    }),
    place("two chairs, the points", Context::Ticks, |v| {
        chairs::listens(chairs::seated(v));
    }),
    place("two chairs, the descriptions", Context::Fits, |v| {
        chairs::to_fits(chairs::seated(v));
    }),
    place("two chairs, before the seal", Context::Line, |v| {
        chairs::gives_words(chairs::listens(chairs::seated(v)));
    }),
    place("two chairs, both ratings", Context::Reveal, |v| {
        chairs::to_both(chairs::seated(v));
    }),
    place("a mock, a checklist", Context::Stop, |v| {
        whole(v, "one-way-3q-retake");
    }),
    place("a mock, after a take", Context::Keep, |v| {
        whole(v, "one-way-3q-retake");
        on_to(v, Context::Keep);
    }),
    place("a mock, a question of a panel", Context::Think, |v| {
        whole(v, "panel-45");
    }),
    place("roadmap of all", Context::Roadmap, |v| {
        section(v, Command::Roadmap).press(Command::View);
    }),
    place("stage", Context::Stage, |v| {
        section(v, Command::Roadmap).press(Command::Main);
    }),
    place("stage, a line in full", Context::Stage, |v| {
        section(v, Command::Roadmap)
            .press(Command::Main)
            .press(Command::Last)
            .press(Command::Main);
    }),
    place("voices", Context::Reader, |v| {
        section(v, Command::Roadmap)
            .press(Command::Main)
            .press(Command::View)
            .press(Command::Main);
    }),
    place("application", Context::Line, |v| {
        section(v, Command::Roadmap).press(Command::Edit);
    }),
    place("application, a choice", Context::Listed, |v| {
        section(v, Command::Roadmap)
            .press(Command::Edit)
            .press_times(Command::NextField, 2);
    }),
    place("application, notes", Context::Area, |v| {
        section(v, Command::Roadmap)
            .press(Command::Edit)
            .press_times(Command::NextField, 6);
    }),
    place("application, an interview", Context::Opens, |v| {
        section(v, Command::Roadmap)
            .press(Command::Edit)
            .press_times(Command::NextField, 4);
    }),
    place("an interview", Context::Line, |v| {
        section(v, Command::Roadmap)
            .press(Command::Edit)
            .press_times(Command::NextField, 4)
            .press(Command::Main)
            .press_times(Command::NextField, 5);
    }),
    place("practice", Context::Practice, |v| {
        section(v, Command::PracticeHome);
    }),
    place("library", Context::Library, |v| {
        section(v, Command::PracticeHome).runs("question library");
    }),
    place("library, find", Context::Find, |v| {
        section(v, Command::PracticeHome)
            .runs("question library")
            .press(Command::Find);
    }),
    place("library, filter", Context::Listed, |v| {
        section(v, Command::PracticeHome)
            .runs("question library")
            .press(Command::Filter);
    }),
    place("question", Context::Question, |v| {
        section(v, Command::PracticeHome)
            .runs("question library")
            .press(Command::Main);
    }),
    place("question, strong answer", Context::Question, |v| {
        section(v, Command::PracticeHome)
            .runs("question library")
            .press(Command::Main)
            .press(Command::Show);
    }),
    place("question of my own", Context::Area, |v| {
        section(v, Command::PracticeHome)
            .runs("question library")
            .press(Command::New);
    }),
    place("set-up", Context::Press, |v| {
        section(v, Command::PracticeHome).press(Command::Practice);
    }),
    place("set-up, a choice", Context::Choice, |v| {
        let v = section(v, Command::PracticeHome).press(Command::Practice);
        v.press(Command::PrevField);
    }),
    place("ready", Context::Think, |v| {
        step(v, Context::Think);
    }),
    place("ready, hints", Context::Think, |v| {
        step(v, Context::Think).press_times(Command::Show, 3);
    }),
    place("ready to speak", Context::Ready, |v| {
        step(v, Context::Answer)
            .press(Command::Record)
            .press(Command::Main);
        on_to(v, Context::Ready);
    }),
    place("answer", Context::Answer, |v| {
        step(v, Context::Answer);
    }),
    place("aloud", Context::Aloud, |v| {
        step(v, Context::Answer).press(Command::Record);
    }),
    place("aloud, notes", Context::Jot, |v| {
        step(v, Context::Answer)
            .press(Command::Record)
            .press(Command::NextPane);
    }),
    place("asking for a fact", Context::Ask, |v| {
        case(v).press(Command::Ask);
    }),
    place("asking, what they know", Context::Ask, |v| {
        case(v).press(Command::Ask).press(Command::Down);
    }),
    place("answer to a case, facts told", Context::Answer, |v| {
        case(v).press(Command::Ask).press(Command::Down);
        v.press(Command::Main).press(Command::Main);
    }),
    place("pause", Context::Sheet, |v| {
        step(v, Context::Answer).press(Command::Pause);
    }),
    place("evidence", Context::Evidence, |v| {
        step(v, Context::Evidence);
    }),
    place("evidence, own words", Context::Jot, |v| {
        step(v, Context::Evidence).press(Command::Edit);
    }),
    place("evidence, my answer", Context::Opened, |v| {
        step(v, Context::Evidence).press(Command::View);
    }),
    place("anchors", Context::Anchors, |v| {
        step(v, Context::Anchors);
    }),
    place("after", Context::After, |v| {
        step(v, Context::After);
    }),
    place("after, strong answer", Context::Opened, |v| {
        step(v, Context::After).press(Command::Show);
    }),
    place("after, my line", Context::Jot, |v| {
        step(v, Context::After).press(Command::Edit);
    }),
    place("second try", Context::Answer, |v| {
        step(v, Context::After).press(Command::Retry);
    }),
    place("results", Context::Results, |v| {
        drill(v, 2);
        on_to(v, Context::Results);
    }),
    place("results, one answer", Context::Opened, |v| {
        drill(v, 2);
        on_to(v, Context::Results);
        v.press(Command::Last).press(Command::Main);
    }),
    place("talks", Context::List, |v| {
        v.runs("talks: an offer");
    }),
    place("talk, briefing", Context::Heard, |v| {
        talk(v);
    }),
    place("talk, own words", Context::Ownwords, |v| {
        talk(v).press(Command::Main);
    }),
    place("talk, replies", Context::Scenario, |v| {
        talk(v)
            .press(Command::Main)
            .pastes(ANSWER)
            .press(Command::Save);
    }),
    place("talk, what it did", Context::Heard, |v| {
        talk(v)
            .press(Command::Main)
            .pastes(ANSWER)
            .press(Command::Save)
            .press(Command::Pick1)
            .press(Command::Main);
    }),
    place("talk, the end", Context::Ended, |v| {
        talk(v).press(Command::Main);
        while v.context() != Context::Ended {
            match v.context() {
                Context::Ownwords => v
                    .pastes(ANSWER)
                    .press(Command::Save)
                    .press(Command::Pick1)
                    .press(Command::Main),
                _ => v.press(Command::Main),
            };
        }
    }),
    place("sets", Context::List, |v| {
        v.runs("work-style and judgment");
    }),
    place("judgment question", Context::Item, |v| {
        items(v, ItemKind::Judgment).press(Command::Main);
    }),
    place("statement", Context::Item, |v| {
        items(v, ItemKind::SelfReport).press(Command::Main);
    }),
    place("statements, the end", Context::Ended, |v| {
        items(v, ItemKind::SelfReport).press(Command::Main);
        while v.context() != Context::Ended {
            v.press(Command::Pick1).press(Command::Main);
        }
    }),
    place("story recall", Context::Recall, |v| {
        story(v).runs("story recall").press(Command::Main);
    }),
    place("journal", Context::Journal, |v| {
        section(v, Command::Journal);
    }),
    place("journal, find", Context::Find, |v| {
        section(v, Command::Journal).press(Command::Find);
    }),
    place("journal, filter", Context::Pick, |v| {
        section(v, Command::Journal).press(Command::Filter);
    }),
    place("journal, reading", Context::Journal, |v| {
        section(v, Command::Journal).press(Command::Main);
    }),
    place("new entry", Context::Area, |v| {
        section(v, Command::Journal).press(Command::New);
    }),
    place("new entry, tags", Context::Line, |v| {
        section(v, Command::Journal)
            .press(Command::New)
            .press(Command::PrevField);
    }),
    place("debrief, feeling", Context::Line, |v| {
        debrief(section(v, Command::Journal));
    }),
    place("debrief, which interview", Context::Sheet, |v| {
        section(v, Command::Journal).press(Command::Debrief);
    }),
    place("debrief, another interview", Context::Line, |v| {
        section(v, Command::Journal)
            .press(Command::Debrief)
            .press(Command::Main);
    }),
    place("debrief, questions", Context::Debrief, |v| {
        debrief(section(v, Command::Journal)).press(Command::NextField);
    }),
    place("debrief, mark", Context::Mark, |v| {
        debrief(section(v, Command::Journal))
            .press(Command::NextField)
            .types("And your salary?")
            .press(Command::Main);
    }),
    place("debrief, the story told", Context::Used, |v| {
        story(v);
        debrief(section(v, Command::Journal))
            .press(Command::NextField)
            .types("And your salary?")
            .press(Command::Main)
            .press(Command::Level3)
            .press(Command::Main);
    }),
    place("debrief, the rest", Context::Area, |v| {
        debrief(section(v, Command::Journal))
            .press(Command::NextField)
            .press(Command::Main);
    }),
    place("progress", Context::Progress, |v| {
        section(v, Command::Progress);
    }),
    place("handbook", Context::Handbook, |v| {
        v.runs("handbook");
    }),
    place("handbook, reading", Context::Handbook, |v| {
        v.runs("handbook").press(Command::Main);
    }),
    place("handbook, a voice", Context::Handbook, |v| {
        v.runs("handbook").press(Command::Filter);
        v.press_times(Command::Down, 5).press(Command::Main);
    }),
    place("handbook, find", Context::Find, |v| {
        v.runs("handbook").press(Command::Find);
    }),
    place("handbook, one part", Context::Sheet, |v| {
        v.runs("handbook").press(Command::Filter);
    }),
    place("settings", Context::Listed, |v| {
        v.runs("settings");
    }),
    place("settings, the list of fields", Context::Pick, |v| {
        v.runs("settings: field").press(Command::Main);
    }),
    place("settings, my name", Context::Line, |v| {
        v.runs("settings").press(Command::PrevField);
    }),
    place("packs", Context::Packs, |v| {
        v.runs("question packs");
    }),
    place("trash", Context::Trash, |v| {
        v.runs("trash");
    }),
    place("trash, for good", Context::Sheet, |v| {
        v.runs("trash").press(Command::Destroy);
    }),
    place("messages", Context::Messages, |v| {
        v.runs("earlier messages");
    }),
    place("themes", Context::Themes, |v| {
        v.runs("theme");
    }),
    place("palette", Context::Palette, |v| {
        v.press(Command::Palette);
    }),
    place("palette in a sitting", Context::Palette, |v| {
        step(v, Context::Answer).press(Command::Palette);
    }),
    place("help", Context::Help, |v| {
        v.press(Command::Help);
    }),
    place("help, find", Context::Find, |v| {
        v.press(Command::Help).press(Command::Find);
    }),
    place("go to", Context::Goto, |v| {
        v.press(Command::Goto);
    }),
];

#[test]
fn every_way_leads_where_it_says() {
    for place in ALL {
        at(place);
    }
}

/// A home with a pack of one question.
pub fn with_question(question: &str) -> Visit {
    let head = "format = 1\n[pack]\nid = \"one\"\ntitle = \"One\"\nversion = \"1.0.0\"\nauthor = \"R\"\nlicense = \
                \"private\"\nlanguage = \"en\"\n[[question]]\n";
    Visit::new().with_file("packs/one.toml", &format!("{head}{question}"))
}

/// Sits that question.
pub fn at_its_question(v: &mut Visit) -> &mut Visit {
    v.runs("question packs").press_times(Command::Main, 3);
    v.is_in(Context::Think)
}
