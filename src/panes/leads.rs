//! Where a page leads: the links of voices and plans, as places to choose from; and where a step of a plan is done.

use super::handbook::part;
use crate::desk::go::SetupFor;
use crate::desk::{Go, Model, Place, Section};
use crate::domain::id::ApplicationId;
use crate::domain::library::{DrillMode, Kind, Library, Link, StageId};
use crate::domain::next::STORIES;
use crate::widgets::sheet::Sheet;

/// A place that a page leads to, with its name.
pub type Lead = (String, Go);

/// The places behind links, in their order and each once; words that lead to no page of the studio are left out.
pub fn leads<'a>(library: &Library, links: impl IntoIterator<Item = &'a str>) -> Vec<Lead> {
    let mut out: Vec<Lead> = Vec::new();
    for lead in links.into_iter().filter_map(|to| lead(library, to, None)) {
        if out.iter().all(|(_, place)| *place != lead.1) {
            out.push(lead);
        }
    }
    out
}

/// Where a step before an interview is done: at its stage, and with its questions; `None` where the step names nothing.
pub fn of_step(
    model: &Model,
    application: &ApplicationId,
    stage: StageId,
    link: &str,
) -> Option<Lead> {
    let interview = || Place::Interview(stage, application.clone());
    let go = match model.library.link(link)? {
        Link::Stage(_) => Go::Open(Place::Stage(stage, Some(application.clone()))),
        Link::Drill(DrillMode::AskDrill) => Go::Open(interview()),
        Link::Checklist(id) if id.as_str() == STORIES => Go::Section(Section::Stories),
        _ => return lead(&model.library, link, Some(stage)),
    };
    Some((String::new(), go))
}

/// The sheet that chooses one of them.
pub fn sheet(leads: Vec<Lead>) -> Sheet<Go> {
    Sheet::new("Go on with", leads)
}

/// Where a link leads; drills are for a stage where one is meant.
fn lead(library: &Library, to: &str, stage: Option<StageId>) -> Option<Lead> {
    let (words, place) = match library.link(to)? {
        Link::Question(id) => {
            let text = library.questions.get(to)?.text.clone();
            (text, Place::Question(id))
        }
        Link::Perspective(id) => {
            let voice = library.perspectives.get(to)?;
            (voice.insight.clone(), Place::Voices(id))
        }
        Link::Stage(stage) => (
            format!("Stage: {}", stage.short()),
            Place::Stage(stage, None),
        ),
        Link::Blueprint(id) => {
            let mock = library.blueprints.get(to)?;
            (format!("Mock: {}", mock.title), Place::Mock(id))
        }
        Link::Scenario(_) => {
            let talk = library.scenarios.get(to)?;
            (format!("Talk: {}", talk.title), Place::Talks)
        }
        Link::Family(family) => {
            let title = library.families.get(to)?.title.clone();
            let wanted = SetupFor {
                family: Some(family),
                ..SetupFor::default()
            };
            (format!("Drill: {title}"), Place::Setup(wanted))
        }
        Link::Drill(mode) => return Some(drill(mode, stage)),
        _ => return page(library, to),
    };
    Some((words, Go::Open(place)))
}

fn page(library: &Library, to: &str) -> Option<Lead> {
    let leaf = part::leaf(library, to)?;
    let words = format!("{}: {}", leaf.part.word(), leaf.title);
    Some((words, Go::Open(Place::Page(leaf.id))))
}

/// Where a way to practice is.
fn drill(mode: DrillMode, stage: Option<StageId>) -> Lead {
    let set_up = |kinds: Vec<Kind>| {
        Place::Setup(SetupFor {
            stage: stage.filter(|_| kinds.is_empty()),
            kinds,
            ..SetupFor::default()
        })
    };
    let place = match mode {
        DrillMode::Single
        | DrillMode::RapidFire
        | DrillMode::IndustryPack
        | DrillMode::RecordReview => set_up(Vec::new()),
        DrillMode::PartnerMock => Place::SetupChairs,
        DrillMode::ClosingDrill | DrillMode::AskDrill => set_up(vec![Kind::Closing]),
        DrillMode::Blueprint | DrillMode::OneWay | DrillMode::PanelSim => Place::Mocks,
        DrillMode::Scenario => Place::Talks,
        DrillMode::Items => Place::Sets,
        DrillMode::Calibration | DrillMode::InterviewerSeat => Place::Seats,
        DrillMode::NameTheCriterion => Place::Library,
        DrillMode::StoryRetell => return (practice(mode), Go::Section(Section::Stories)),
    };
    (practice(mode), Go::Open(place))
}

fn practice(mode: DrillMode) -> String {
    format!("Practice: {}", mode.word())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;
    use crate::domain::library::StageId;

    fn places(links: &[&str]) -> Vec<Go> {
        let library = shipped::library();
        let leads = leads(&library, links.iter().copied());
        leads.into_iter().map(|(_, place)| place).collect()
    }

    #[test]
    fn a_link_leads_to_its_page_and_each_page_stands_there_once() {
        assert_eq!(
            places(&[
                "panel",
                "story-map",
                "story-map",
                "items",
                "calibration",
                "partner-mock"
            ]),
            [
                Place::Stage(StageId::Panel, None),
                Place::Page("story-map".to_owned()),
                Place::Sets,
                Place::Seats,
                Place::SetupChairs
            ]
            .map(Go::Open)
        );
    }

    #[test]
    fn every_step_of_a_plan_leads_to_where_it_is_done() {
        let model = Model {
            library: shipped::library(),
            ..Model::default()
        };
        let job = ApplicationId::new("acme");
        for plan in model.library.plans.iter() {
            let mut texts = std::collections::HashSet::new();
            for step in &plan.steps {
                let leads = of_step(&model, &job, StageId::Panel, &step.link).is_some();
                assert_eq!(leads, !step.link.is_empty(), "{}: {}", plan.id, step.text);
                assert!(
                    texts.insert(&step.text),
                    "its tick is its words: {}",
                    step.text
                );
            }
        }
    }

    #[test]
    fn every_voice_of_the_library_leads_on() {
        let library = shipped::library();
        for voice in library.perspectives.iter() {
            let links = voice.links.iter().map(String::as_str);
            assert!(!leads(&library, links).is_empty(), "{}", voice.id);
        }
    }
}
