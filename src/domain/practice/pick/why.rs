//! Why a question was chosen, in words.

use crate::domain::level::Level;
use crate::domain::library::Library;
use crate::domain::practice::record::Why;

/// The reason as it stands beside a question: `Partly the last time`.
pub fn why_words(why: &Why, library: &Library) -> String {
    match why {
        Why::Due(level @ (Level::NotYet | Level::Partly)) => {
            format!("{} the last time", level.word())
        }
        Why::Due(level) => format!("{} the last time, and it is time again", level.word()),
        Why::Skipped => "skipped the last time".to_owned(),
        Why::Weakest(competency) => format!(
            "{} is lowest over your last answers",
            library.competency_title(competency.as_str())
        ),
        Why::Asked(employer) if employer.is_empty() => "asked in a real interview".to_owned(),
        Why::Asked(employer) => format!("{employer} asked this"),
        Why::New => "new".to_owned(),
        Why::Familiar => "one that goes well".to_owned(),
        Why::Drawn => "fits what you asked for".to_owned(),
        Why::Listed => "the next in the list".to_owned(),
        Why::Picked => "you picked it".to_owned(),
        Why::Again => "once more".to_owned(),
        Why::Set => "this mock always asks it".to_owned(),
    }
}
