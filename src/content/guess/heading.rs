//! What the headings of a list say of the questions under them.

use crate::domain::library::{Kind, StageId};
use crate::domain::text::has_words;

/// Whether a heading stands over what one asks oneself at the end of an interview.
pub fn is_asked_back(heading: &str) -> bool {
    const WORDS: [&str; 12] = [
        "questions for them",
        "questions to ask",
        "questions i ask",
        "questions you can ask",
        "questions for the interviewer",
        "questions for the company",
        "questions for the employer",
        "ask the interviewer",
        "should i ask",
        "can i ask",
        "reverse interview",
        "rückfragen",
    ];
    let lower = heading.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if is_of_hirer(bare) {
        return false;
    }
    // `Questions for her to ask them`, `For the client to ask`.
    let others = [
        "to ask",
        "to ask them",
        "to ask us",
        "to ask back",
        "to ask at the end",
    ];
    let by_others =
        format!(" {bare}").contains(" for ") && others.iter().any(|end| bare.ends_with(end));
    by_others || WORDS.iter().any(|words| lower.contains(words))
}

/// Whether a heading is that of whoever leads interviews: `Questions to ask a candidate`, `For managers to ask`.
fn is_of_hirer(heading: &str) -> bool {
    const ASKED: [&str; 7] = [
        "candidate",
        "applicant",
        "interviewee",
        "in an interview",
        "in interviews",
        "during an interview",
        "during interviews",
    ];
    const ANSWERS: [&str; 7] = [
        "interviewer",
        "panel",
        "employer",
        "company",
        "them",
        "us",
        "as",
    ];
    const ASKS: [&str; 5] = [
        "interviewer",
        "manager",
        "recruiter",
        "employer",
        "the panel",
    ];
    let Some((before, after)) = heading.split_once("to ask") else {
        return false;
    };
    let any = |words: &[&str], text: &str| words.iter().any(|word| has_words(text, word));
    let who = before.rsplit_once("for ").map_or("", |(_, who)| who);
    !any(&ANSWERS, after) && (any(&ASKED, after) || any(&ASKS, who))
}

/// The kind that a heading gives to the questions under it.
pub fn heading_kind(heading: &str) -> Option<Kind> {
    const WORDS: [(&str, Kind); 21] = [
        ("behavioral", Kind::Behavioral),
        ("behavioural", Kind::Behavioral),
        ("situational", Kind::Situational),
        ("system design", Kind::Design),
        ("coding", Kind::Technical),
        ("technical", Kind::Knowledge),
        ("motivation", Kind::Motivation),
        ("motivational", Kind::Motivation),
        ("culture", Kind::Culture),
        ("cultural fit", Kind::Culture),
        ("strength", Kind::Strengths),
        ("salary", Kind::Sensitive),
        ("sensitive", Kind::Sensitive),
        ("weakness", Kind::Sensitive),
        ("hypothetical", Kind::Situational),
        ("scenario", Kind::Situational),
        ("logistics", Kind::Logistics),
        ("role play", Kind::RolePlay),
        ("role-play", Kind::RolePlay),
        ("case interview", Kind::Case),
        ("closing", Kind::Closing),
    ];
    let lower = heading.to_lowercase();
    let found = WORDS.iter().find(|(word, _)| has_words(&lower, word));
    found.map(|(_, kind)| *kind)
}

/// The stage that a heading gives to the questions under it.
pub fn heading_stage(heading: &str) -> Option<StageId> {
    const WORDS: [(&str, StageId); 14] = [
        ("phone", StageId::PhoneVideo),
        ("telephone", StageId::PhoneVideo),
        ("video interview", StageId::PhoneVideo),
        ("recruiter", StageId::Screening),
        ("screening", StageId::Screening),
        ("panel", StageId::Panel),
        ("on-site", StageId::InPerson),
        ("onsite", StageId::InPerson),
        ("in person", StageId::InPerson),
        ("work style", StageId::BehavioralAssessment),
        ("technical interview", StageId::TechnicalAssessment),
        ("coding interview", StageId::TechnicalAssessment),
        ("final round", StageId::FinalOffer),
        ("reference check", StageId::Checks),
    ];
    const TALKS: [&str; 8] = [
        "interview",
        "round",
        "call",
        "screen",
        "screening",
        "stage",
        "check",
        "question",
    ];
    let lower = heading.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    // `Solar panels`, `Fitting a phone line`: a craft has these words too.
    let is_talk = TALKS.iter().any(|word| has_words(&lower, word));
    let names = |word: &str| bare == word || (is_talk && has_words(&lower, word));
    let found = WORDS.iter().find(|(word, _)| names(word));
    found.map(|(_, stage)| *stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_kinds_and_stages() {
        assert_eq!(heading_kind("Behavioral questions"), Some(Kind::Behavioral));
        assert_eq!(heading_kind("3. System Design"), Some(Kind::Design));
        assert_eq!(heading_kind("SENSITIVE"), Some(Kind::Sensitive));
        assert_eq!(heading_kind("Loops"), None);
        assert_eq!(heading_stage("Phone screen"), Some(StageId::PhoneVideo));
        assert_eq!(heading_stage("Loops"), None);
        assert_eq!(heading_stage("Panel"), Some(StageId::Panel));
        assert_eq!(
            heading_stage("Questions of the panel"),
            Some(StageId::Panel)
        );
        for craft in ["Solar panels", "Smartphones", "Fitting a phone line"] {
            assert_eq!(heading_stage(craft), None, "{craft}");
        }
        assert_eq!(heading_kind("Agriculture"), None);
        assert_eq!(
            heading_kind("Strengths and weaknesses"),
            Some(Kind::Strengths)
        );
        assert!(
            is_asked_back("❓ Questions to ask the interviewer") && !is_asked_back("Questions")
        );
        assert!(
            is_asked_back("Questions for her to ask them:")
                && is_asked_back("For the client to ask")
        );
        assert!(!is_asked_back("Questions for the panel"));
        for hirer in [
            "Questions to ask a candidate",
            "10 questions to ask candidates:",
            "Interview questions for managers to ask",
            "Questions to ask in an interview",
        ] {
            assert!(!is_asked_back(hirer), "{hirer}");
        }
        for back in [
            "Questions to ask the interviewer",
            "Questions to ask as a candidate",
            "Questions for candidates to ask",
        ] {
            assert!(is_asked_back(back), "{back}");
        }
    }
}
