//! Invented mocks for tests: a panel with a break, and a one-way video.

use crate::domain::id::{
    BlueprintId, ChecklistId, CompetencyId, FamilyId, PanelId, PersonaId, QuestionId,
};
use crate::domain::library::{
    Blueprint, Checklist, ChecklistItem, Condition, DecisionRole, Family, Feedback, Interviewer,
    Kind, Library, Member, Panel, Pick, Question, Reactions, Section, StageId,
};
use crate::domain::practice::sample;

/// How many questions of each kind there are.
const OF_EACH: usize = 8;

fn question(kind: Kind, n: usize) -> Question {
    let id = format!("q-{}-{n}", kind.id());
    let competency = ["conflict", "ownership", "planning", "learning"][n % 4];
    Question {
        id: QuestionId::new(&id),
        competencies: vec![CompetencyId::new(competency)],
        difficulty: u8::try_from(n % 3).unwrap() + 1,
        text: format!(
            "Tell me of something that happened, {id}. Who was the first one to hear of it?"
        ),
        variants: Vec::new(),
        ..sample::question(&id, kind)
    }
}

fn manner(id: &str, pause_s: u32, interrupts: u8) -> Interviewer {
    Interviewer {
        id: PersonaId::new(id),
        title: String::new(),
        opening_line: format!("Good morning, says {id}."),
        other_openings: Vec::new(),
        pause_s,
        interrupts,
        reactions: Reactions {
            strong: "Thank you for telling me.".to_owned(),
            others: Vec::new(),
            weak: "Go on.".to_owned(),
            long: "One sentence, please.".to_owned(),
        },
        probe_bias: Vec::new(),
        note: String::new(),
    }
}

fn member(name: &str, role: DecisionRole, focus: &str, persona: &str) -> Member {
    Member {
        name: name.to_owned(),
        title: "engineer".to_owned(),
        focus: vec![CompetencyId::new(focus)],
        role,
        persona: Some(PersonaId::new(persona)),
        opens_with: vec![Kind::Behavioral],
        cross_probe: format!("What does {name} ask into it?"),
        cares_about: "Facts".to_owned(),
        ask: None,
    }
}

/// A library with eight questions of each of five kinds, five manners, a panel and a checklist.
pub fn library() -> Library {
    let kinds = [
        Kind::Opener,
        Kind::Motivation,
        Kind::Behavioral,
        Kind::Situational,
        Kind::Closing,
    ];
    let mut questions: Vec<Question> = (kinds.iter())
        .flat_map(|kind| (0..OF_EACH).map(|n| question(*kind, n)))
        .collect();
    questions.push(question(Kind::RolePlay, 0));
    let mut library = sample::library(&questions);
    let manners = [
        manner("neutral", 2, 0),
        manner("brisk", 0, 1),
        manner("silent", 4, 0),
        manner("talkative", 0, 2),
    ];
    for manner in manners {
        library.personas.put(manner.id.as_str(), manner.clone());
    }
    library.panels.put("three", panel());
    let list = Checklist {
        roles: Vec::new(),
        id: ChecklistId::new("room"),
        title: "The room".to_owned(),
        when: String::new(),
        stages: vec![StageId::PhoneVideo],
        items: vec![ChecklistItem {
            text: "Look into the lens".to_owned(),
            why: String::new(),
            minutes: None,
            tip: false,
        }],
    };
    library.checklists.put("room", list);
    for id in ["general", "nursing"] {
        let family = Family {
            id: FamilyId::new(id),
            title: id.to_owned(),
            summary: String::new(),
            not_asked: Vec::new(),
            seniority: Vec::new(),
        };
        library.families.put(id, family);
    }
    for blueprint in [panel_mock(), one_way()] {
        library
            .blueprints
            .put(blueprint.id.as_str(), blueprint.clone());
    }
    library
}

fn panel() -> Panel {
    Panel {
        id: PanelId::new("three"),
        title: "Three".to_owned(),
        family: None,
        seniority: Vec::new(),
        members: vec![
            member("Ann", DecisionRole::Chairs, "ownership", "neutral"),
            member("Bo", DecisionRole::Decides, "conflict", "brisk"),
            member("Cy", DecisionRole::Observes, "learning", "silent"),
        ],
        chair: 0,
    }
}

/// A section that draws questions of one kind.
pub fn section(title: &str, minutes: u32, kind: Kind, count: u32) -> Section {
    Section {
        title: title.to_owned(),
        minutes,
        focus: Vec::new(),
        ask: String::new(),
        pick: Some(Pick {
            kinds: vec![kind],
            competencies: Vec::new(),
            topics: Vec::new(),
            difficulty: Vec::new(),
            from: Vec::new(),
            count,
        }),
        items: None,
        fixed: Vec::new(),
        prep_s: None,
        answer_s: None,
        takes: None,
        probes: 1,
        persona: None,
    }
}

fn empty(title: &str, minutes: u32) -> Section {
    Section {
        pick: None,
        probes: 0,
        ..section(title, minutes, Kind::Opener, 0)
    }
}

fn blueprint(id: &str, stage: StageId, sections: Vec<Section>) -> Blueprint {
    Blueprint {
        id: BlueprintId::new(id),
        title: format!("Mock {id}"),
        stage,
        families: Vec::new(),
        seniority: Vec::new(),
        minutes: sections.iter().map(|s| s.minutes).sum(),
        feedback: Feedback::End,
        persona: Some(PersonaId::new("neutral")),
        panel: None,
        conditions: Vec::new(),
        sections,
        must_include: vec![Kind::Behavioral],
        pass_note: String::new(),
    }
}

/// Four sections and a break, three people, questions with a second half.
pub fn panel_mock() -> Blueprint {
    let sections = vec![
        section("Hello", 3, Kind::Opener, 1),
        Section {
            probes: 2,
            persona: Some(PersonaId::new("brisk")),
            ..section("Events", 12, Kind::Behavioral, 3)
        },
        empty("Stand up", 10),
        Section {
            persona: Some(PersonaId::new("talkative")),
            ..section("What if", 6, Kind::Situational, 2)
        },
        Section {
            answer_s: Some(60),
            ..empty("The same, in one minute", 2)
        },
        section("Your questions", 4, Kind::Closing, 2),
    ];
    Blueprint {
        panel: Some(PanelId::new("three")),
        conditions: vec![Condition::SecondHalf, Condition::Interrupted],
        ..blueprint("panel-mock", StageId::Panel, sections)
    }
}

/// A checklist, then two questions in a format that runs by itself, two takes each.
pub fn one_way() -> Blueprint {
    let timed = |section: Section| Section {
        prep_s: Some(30),
        answer_s: Some(90),
        takes: Some(2),
        probes: 0,
        ..section
    };
    let sections = vec![
        Section {
            fixed: vec!["room".to_owned()],
            ..empty("The room", 2)
        },
        timed(section("Why", 2, Kind::Motivation, 1)),
        timed(section("What", 2, Kind::Behavioral, 1)),
    ];
    Blueprint {
        persona: Some(PersonaId::new("silent")),
        ..blueprint("one-way", StageId::PhoneVideo, sections)
    }
}
