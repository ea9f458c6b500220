//! Where a page leads: the links of voices and plans, as places to choose from.

use super::handbook::part;
use crate::desk::Place;
use crate::desk::go::SetupFor;
use crate::domain::library::{DrillMode, Library, Link};
use crate::widgets::sheet::Sheet;

/// A place that a page leads to, with its name.
pub type Lead = (String, Place);

/// The places behind links, in their order and each once; words that lead to no page of the studio are left out.
pub fn leads<'a>(library: &Library, links: impl IntoIterator<Item = &'a str>) -> Vec<Lead> {
    let mut out: Vec<Lead> = Vec::new();
    for lead in links.into_iter().filter_map(|to| lead(library, to)) {
        if out.iter().all(|(_, place)| *place != lead.1) {
            out.push(lead);
        }
    }
    out
}

/// The sheet that chooses one of them.
pub fn sheet(leads: Vec<Lead>) -> Sheet<Place> {
    Sheet::new("Go on with", leads)
}

fn lead(library: &Library, to: &str) -> Option<Lead> {
    let lead = match library.link(to)? {
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
        Link::Family(family) => {
            let title = library.families.get(to)?.title.clone();
            let wanted = SetupFor {
                family: Some(family),
                ..SetupFor::default()
            };
            (format!("Drill: {title}"), Place::Setup(wanted))
        }
        Link::Drill(mode) => drill(mode)?,
        _ => return page(library, to),
    };
    Some(lead)
}

fn page(library: &Library, to: &str) -> Option<Lead> {
    let leaf = part::leaf(library, to)?;
    let words = format!("{}: {}", leaf.part.word(), leaf.title);
    Some((words, Place::Page(leaf.id)))
}

/// Where a way to practice is; `None` for those that have no room of their own.
fn drill(mode: DrillMode) -> Option<Lead> {
    let place = match mode {
        DrillMode::Single | DrillMode::RapidFire | DrillMode::IndustryPack => {
            Place::Setup(SetupFor::default())
        }
        DrillMode::ClosingDrill | DrillMode::AskDrill => Place::Setup(SetupFor {
            kinds: vec![crate::domain::library::Kind::Closing],
            ..SetupFor::default()
        }),
        DrillMode::Blueprint | DrillMode::OneWay | DrillMode::PanelSim => Place::Mocks,
        DrillMode::Scenario => Place::Talks,
        DrillMode::Items => Place::Sets,
        DrillMode::Calibration | DrillMode::InterviewerSeat => Place::Seats,
        DrillMode::NameTheCriterion
        | DrillMode::StoryRetell
        | DrillMode::RecordReview
        | DrillMode::PartnerMock => return None,
    };
    Some((format!("Practice: {}", mode.word()), place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;
    use crate::domain::library::StageId;

    fn places(links: &[&str]) -> Vec<Place> {
        let library = shipped::library();
        let leads = leads(&library, links.iter().copied());
        leads.into_iter().map(|(_, place)| place).collect()
    }

    #[test]
    fn a_link_leads_to_its_page_and_each_page_stands_there_once() {
        assert_eq!(
            places(&["panel", "story-map", "story-map", "items", "calibration"]),
            [
                Place::Stage(StageId::Panel, None),
                Place::Page("story-map".to_owned()),
                Place::Sets,
                Place::Seats
            ]
        );
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
