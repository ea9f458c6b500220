//! Why a question was chosen, in words.

use crate::domain::level::Level;
use crate::domain::library::Library;
use crate::domain::practice::record::Why;

/// Both ways to say it.
pub struct WhyWords {
    /// Beside a question: `Partly the last time`.
    pub phrase: String,
    /// As a sentence of its own.
    pub sentence: String,
}

/// The reason for a question.
pub fn why_words(why: &Why, library: &Library) -> WhyWords {
    let told = |phrase: &str, sentence: &str| WhyWords {
        phrase: phrase.to_owned(),
        sentence: sentence.to_owned(),
    };
    match why {
        Why::Due(level) => {
            let last = format!("{} the last time", level.word());
            let again = match level {
                Level::NotYet | Level::Partly => "",
                Level::Solid | Level::Strong => ", and it is time again",
            };
            WhyWords {
                phrase: format!("{last}{again}"),
                sentence: format!("{last}{again}."),
            }
        }
        Why::Skipped => told(
            "skipped the last time",
            "Chosen because you skipped it the last time.",
        ),
        Why::Weakest(id) => {
            let title = library.competency_title(id.as_str());
            let lowest = "is lowest over your last answers";
            WhyWords {
                phrase: format!("{title} {lowest}"),
                sentence: format!("Chosen because {} {lowest}.", title.to_lowercase()),
            }
        }
        Why::Asked(place) if place.is_empty() => told(
            "asked in a real interview",
            "Chosen because it was asked in a real interview.",
        ),
        Why::Asked(place) => WhyWords {
            phrase: format!("{place} asked this"),
            sentence: format!("Chosen because {place} asked it."),
        },
        Why::Advert => told(
            "their advert asks for it",
            "Chosen because their advert asks for it.",
        ),
        Why::New => told("new", "Chosen because you have not seen it yet."),
        Why::Familiar => told(
            "one that goes well",
            "Chosen to end on something that goes well.",
        ),
        Why::Drawn => told(
            "fits what you asked for",
            "Drawn at random among what fits.",
        ),
        Why::Listed => told("the next in the list", "The next in the list."),
        Why::Picked => told("you picked it", "You picked it."),
        Why::Story(_) => told("drawn for a story of yours", "Drawn for a story of yours."),
        Why::Again => told("worth another go", "Worth another go."),
        Why::Field => told("asked in this field", "Asked in this field of work."),
        Why::Set => told("this mock always asks it", "This mock always asks it."),
    }
}

impl Why {
    /// The same without the name of a place.
    #[must_use]
    pub fn nameless(&self) -> Self {
        match self {
            Self::Asked(_) => Self::Asked(String::new()),
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_give_the_same_reason_and_a_name_can_be_left_out() {
        let library = Library::default();
        let both = |why: &Why| {
            let words = why_words(why, &library);
            (words.phrase, words.sentence)
        };
        let asked = Why::Asked("Acme".to_owned());
        let (phrase, sentence) = both(&asked);
        assert!(phrase.contains("Acme") && sentence.contains("Acme"));
        let (phrase, sentence) = both(&asked.nameless());
        assert_eq!(phrase, "asked in a real interview");
        assert_eq!(sentence, "Chosen because it was asked in a real interview.");
        let (phrase, sentence) = both(&Why::Due(Level::Partly));
        assert_eq!(phrase, "Partly the last time");
        assert!(sentence.ends_with("Partly the last time."), "{sentence}");
    }
}
