//! Their scorecard: the advert, turned by hand into four to eight competencies.
//!
//! Whoever hires in a structured way settles on a handful of points before the first interview and rates every candidate on
//! them, five to eight as a rule. The advert is where most of them can be read.

mod said;
mod words;

pub use words::{Hit, suggested};

use super::ahead::next_of_all;
use super::id::{ApplicationId, CompetencyId, FamilyId};
use super::journal::Entry;
use super::journey::{Application, Criterion};
use super::library::{Library, StageId};
use super::story::asked_at;
use super::text::has_words;
use super::time::Wall;

/// The fewest points that make a scorecard.
const FEW: usize = 4;

/// The most that anybody rates, or prepares.
const MANY: usize = 8;

/// What an advert is called in a step of preparation.
const ADVERT: [&str; 4] = ["ad", "advert", "job advert", "job posting"];

/// Whether a step of preparation is done on the scorecard: it asks for what the advert says.
pub fn is_step(step: &str) -> bool {
    let step = step.to_lowercase();
    ADVERT.iter().any(|words| has_words(&step, words))
}

/// What is said of so many ticked ones.
pub fn judged(ticked: usize) -> String {
    match ticked {
        0 => "Tick what their advert asks for: four to eight in all.".to_owned(),
        n if n < FEW => format!(
            "{n} ticked. Four to eight is right: they rate a handful of points, and fewer leave out some of what will be asked."
        ),
        n if n <= MANY => format!("{n} ticked. About as many as they rate."),
        n => format!(
            "{n} ticked. Four to eight is right: nobody rates more in one interview, and nobody prepares more. Keep those that \
             the advert says first, or twice."
        ),
    }
}

/// What an interview asks stories for: the scorecard of its job, and what the stage asks in general where that has too few
/// points. Nothing where the stage asks for no story.
pub fn asked(
    application: Option<&Application>,
    library: &Library,
    stage: StageId,
    family: &FamilyId,
) -> Vec<CompetencyId> {
    let general = asked_at(library, stage, family);
    let points = application.map_or(&[][..], |a| &a.scorecard);
    let mut asked = known(points, library);
    if general.is_empty() || asked.is_empty() {
        return general;
    }
    if asked.len() < FEW {
        let room = general.len().max(FEW) - asked.len();
        let rest: Vec<CompetencyId> = (general.into_iter())
            .filter(|c| !asked.contains(c))
            .collect();
        asked.extend(rest.into_iter().take(room));
    }
    asked
}

/// The competencies of a scorecard that the library has.
fn known(points: &[Criterion], library: &Library) -> Vec<CompetencyId> {
    let ids = points.iter().map(|point| point.competency.clone());
    ids.filter(|id| library.competencies.has(id.as_str()))
        .collect()
}

/// The scorecard that a drill looks at: of the job that it was asked for; else of the next interview, where that is of the
/// stage of the drill.
pub fn of_drill(
    applications: &[Application],
    entries: &[Entry],
    (job, stage): (Option<&ApplicationId>, Option<StageId>),
    at: Wall,
) -> Vec<CompetencyId> {
    let asked_for = job.and_then(|id| applications.iter().find(|a| a.id == *id));
    let next = || {
        let (application, round) = next_of_all(applications, entries, at)?;
        let same = stage.is_none_or(|stage| stage == round.stage);
        same.then_some(application)
    };
    let application = asked_for.or_else(next);
    let points = application.into_iter().flat_map(|a| &a.scorecard);
    points.map(|point| point.competency.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;
    use crate::domain::journey::Round;
    use crate::domain::practice::sample;
    use crate::store::samples;

    fn point(id: &str) -> Criterion {
        Criterion {
            competency: CompetencyId::new(id),
            evidence: String::new(),
        }
    }

    fn job(points: &[&str]) -> Application {
        Application {
            scorecard: points.iter().map(|id| point(id)).collect(),
            ..samples::application("acme")
        }
    }

    #[test]
    fn the_step_that_reads_the_advert_leads_to_the_scorecard() {
        assert!(is_step(
            "Copy the must-haves out of the ad and write one proof beside each"
        ));
        assert!(!is_step(
            "Add a line to your own address book, and read it aloud"
        ));
    }

    #[test]
    fn too_few_and_too_many_are_told_with_the_reason() {
        assert!(judged(0).contains("four to eight"));
        assert!(judged(3).contains("leave out some of what will be asked"));
        assert_eq!(judged(4), "4 ticked. About as many as they rate.");
        assert_eq!(judged(8), "8 ticked. About as many as they rate.");
        assert!(judged(9).contains("nobody prepares more"));
    }

    #[test]
    fn a_drill_looks_at_the_job_it_is_for_or_at_the_next_interview_of_its_stage() {
        let at = sample::at(0.0).wall;
        let day = (at + chrono::Duration::days(3)).date_naive();
        let mut next = job(&["conflict"]);
        next.rounds = vec![Round::of(StageId::Panel, Some(day), None)];
        let other = Application {
            id: ApplicationId::new("other"),
            rounds: Vec::new(),
            ..job(&["planning"])
        };
        let jobs = [next, other];
        let of = |job: Option<&str>, stage| {
            let job = job.map(ApplicationId::new);
            let found = of_drill(&jobs, &[], (job.as_ref(), stage), at);
            let ids: Vec<String> = found.iter().map(ToString::to_string).collect();
            ids.join(" ")
        };
        assert_eq!(of(Some("other"), Some(StageId::Panel)), "planning");
        assert_eq!(of(None, Some(StageId::Panel)), "conflict");
        assert_eq!(of(None, None), "conflict");
        assert_eq!(of(None, Some(StageId::Screening)), "", "another stage");
    }

    #[test]
    fn the_scorecard_comes_before_what_the_stage_asks_in_general() {
        let library = shipped::library();
        let nurse = FamilyId::new("nursing");
        let of = |points: &[&str], stage| {
            let job = job(points);
            let found = asked(Some(&job), &library, stage, &nurse);
            found.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let five = ["culture", "planning", "conflict", "learning", "integrity"];
        assert_eq!(of(&five, StageId::Panel), five, "it alone");
        let two = of(&["culture", "commercial"], StageId::Panel);
        assert_eq!(two[..2], ["culture", "commercial"]);
        assert_eq!(two.len(), 7, "too few points: the stage fills up");
        assert!(
            of(&five, StageId::Screening).is_empty(),
            "it asks for no story"
        );
        assert_eq!(of(&[], StageId::Panel).len(), 7);
        assert_eq!(
            of(&["gone-with-its-pack"], StageId::Panel),
            of(&[], StageId::Panel)
        );
    }

    /// What an advert points to, each with its words.
    fn hits(advert: &str) -> Vec<(String, String)> {
        let found = suggested(advert, &shipped::library());
        let hit = |hit: &Hit| (hit.competency.to_string(), hit.words.join(", "));
        found.iter().map(hit).collect()
    }

    fn words_for<'a>(hits: &'a [(String, String)], id: &str) -> &'a str {
        let hit = hits.iter().find(|(known, _)| known == id);
        hit.map_or("", |(_, words)| words)
    }

    #[test]
    fn an_advert_for_a_nurse_points_to_competencies_in_its_own_words() {
        let found = hits(
            "You communicate clearly, put Patient Safety first and work as a team player. You mentor students, and \
             confidentiality goes without saying. Adaptable and resilient.",
        );
        assert_eq!(words_for(&found, "communication"), "communicate");
        assert!(
            words_for(&found, "quality-safety").contains("Patient Safety"),
            "{found:?}"
        );
        assert_eq!(words_for(&found, "collaboration"), "team player");
        assert_eq!(words_for(&found, "developing-others"), "mentor");
        assert_eq!(words_for(&found, "integrity"), "confidentiality");
        assert_eq!(words_for(&found, "resilience"), "resilient");
        assert_eq!(words_for(&found, "adaptability"), "Adaptable");
        assert!(words_for(&found, "commercial").is_empty(), "{found:?}");
    }

    #[test]
    fn a_word_like_a_name_is_not_taken_for_it_and_an_empty_advert_points_nowhere() {
        let found = hits("Community work in integrated care, peopl\u{e9}");
        assert_eq!(words_for(&found, "communication"), "");
        assert_eq!(words_for(&found, "integrity"), "");
        assert!(hits(" \n ").is_empty());
    }

    #[test]
    fn an_advert_for_customer_success_points_where_a_person_would_look() {
        let found = hits(
            "Customer success manager: you drive retention, spot churn and bring the voice of the customer to us. You work in \
             a multidisciplinary team, handle difficult conversations and are data-driven. Account management is a plus. We \
             offer a conflict-free, inclusive culture and a budget for learning.",
        );
        assert_eq!(found[0].0, "customer-focus", "{found:?}");
        assert_eq!(words_for(&found, "collaboration"), "multidisciplinary");
        assert_eq!(words_for(&found, "conflict"), "difficult conversations");
        assert_eq!(words_for(&found, "analysis"), "data-driven");
        for offered in ["culture", "inclusion", "learning", "integrity", "influence"] {
            assert_eq!(words_for(&found, offered), "", "{offered}: {found:?}");
        }
    }

    #[test]
    fn every_competency_has_what_adverts_say_for_it() {
        let library = shipped::library();
        for (id, phrases) in said::SAID {
            assert!(library.competencies.has(id), "{id}");
            assert!(phrases.split(", ").count() > 4, "{id}");
        }
        assert_eq!(library.competencies.ids().count(), said::SAID.len());
    }

    #[test]
    fn the_competency_with_the_most_words_comes_first() {
        let found = hits("Safety, quality, safeguarding. Planning.");
        assert_eq!(found[0].0, "quality-safety", "{found:?}");
    }
}
