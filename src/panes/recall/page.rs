//! The pages of the drill: before it, a question with one's stories, what would have fitted, and what came of it.

use crate::desk::Model;
use crate::desk::recall::Taken;
use crate::domain::story::{Named, Prompt, Story};
use crate::domain::text::{capital, full_stop};
use crate::domain::time::Now;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::told_words::name;
use crate::panes::words::{count, hide_names};
use crate::widgets::stops::Stops;

/// What is said where none of the stories fits.
pub const NONE_FITS: &str =
    "None of your stories fits this one. That is no miss: a story for it is still to be written.";

/// Below this height every row is for something to read.
const LOW: u16 = 12;

/// What is to come, before the clock runs.
pub fn intro(questions: usize, limit: u32, width: u16) -> Stops {
    let mut page = Stops::new(width);
    page.stop(|page| {
        let questions = count(questions, "question", "questions");
        let asks = format!("{questions}. To each: which of your stories would you tell?");
        page.say(&asks, Role::Ink);
        page.gap();
        let time = format!(
            "Name it within {limit} seconds, then say its first sentence aloud. Nothing happens at {limit} seconds; \
             what was slow or missed comes back sooner."
        );
        page.say(&time, Role::Ink);
        page.gap();
        let right = "Whichever of your stories shows what is asked for is right. Where none of them fits, say so: that is \
                     no miss.";
        page.say(right, Role::Dim);
    });
    page
}

/// A question with all stories; the first sentence of the marked one, where it was asked for.
pub fn asking(
    prompt: &Prompt,
    model: &Model,
    shown: Option<usize>,
    (width, height): (u16, u16),
) -> Stops {
    let mut page = Stops::new(width);
    page.stop(|page| {
        page.say(&hide_names(model, &prompt.text), Role::Strong);
        if height >= LOW {
            page.gap();
        }
        let which = if model.stories.list.len() > Command::PICKS.len() {
            "Which story? 1 to 9 mark it, the arrows the others; then say its first sentence."
        } else {
            "Which story? Press its number, then say its first sentence."
        };
        page.say(which, Role::Ink);
    });
    if height >= LOW {
        page.gap();
    }
    for (at, story) in model.stories.list.iter().enumerate() {
        page.stop(|page| {
            page.hang(&number(at), &name(story, model), Role::Ink);
            if shown == Some(at) {
                page.hang(
                    "    ",
                    &hide_names(model, &first_sentence(story)),
                    Role::Dim,
                );
            }
        });
    }
    page
}

/// What would have fitted, after another one was named or none.
pub fn missed(prompt: &Prompt, taken: &Taken, model: &Model, width: u16) -> Stops {
    let mut page = Stops::new(width);
    page.say(&hide_names(model, &prompt.text), Role::Strong);
    page.gap();
    let fits = format!(
        "{} These show what it asks for:",
        missed_words(taken, model)
    );
    page.say(&fits, Role::Ink);
    for (at, story) in prompt.shown_by(&model.stories.list) {
        page.gap();
        page.stop(|page| {
            page.hang(&number(at), &name(story, model), Role::Ink);
            page.hang(
                "    ",
                &hide_names(model, &first_sentence(story)),
                Role::Dim,
            );
        });
    }
    page
}

/// `Missed: you named "The form".`
pub fn missed_words(taken: &Taken, model: &Model) -> String {
    let story = taken.named.as_ref().and_then(|id| model.stories.get(id));
    match story {
        Some(story) => format!("Missed: you named \"{}\".", name(story, model)),
        None => "Missed: none came.".to_owned(),
    }
}

/// None of them fits: what that means, and what can be done about it.
pub fn none_fits(prompt: &Prompt, model: &Model, width: u16) -> Stops {
    let mut page = Stops::new(width);
    page.stop(|page| {
        page.say(&hide_names(model, &prompt.text), Role::Strong);
        page.gap();
        page.say(NONE_FITS, Role::Ink);
    });
    page
}

/// What came of it, in words.
pub fn done(taken: &[Taken], model: &Model, now: Now, width: u16) -> Stops {
    let mut page = Stops::new(width);
    page.say(&full_stop(&sum(taken)), Role::Strong);
    for taken in taken {
        page.gap();
        page.stop(|page| {
            page.say(&named(taken, model), Role::Ink);
            page.say(&comes_back(taken, model, now), Role::Dim);
        });
    }
    page
}

/// `Slow, 14 seconds; it comes back tomorrow, on Today.`
pub fn comes_back(taken: &Taken, model: &Model, now: Now) -> String {
    let how = how_words(taken);
    if taken.how.is_none() {
        return full_stop(&how);
    }
    let back = model.story_comes_back(&taken.story, now);
    format!("{how}; it comes back {back}, on Today.")
}

/// What the story is called.
fn named(taken: &Taken, model: &Model) -> String {
    let story = model.stories.get(&taken.story);
    story.map_or_else(String::new, |story| name(story, model))
}

/// `The night rota. There at once, 4 seconds.`
pub fn told(taken: &Taken, model: &Model) -> String {
    format!("{}. {}.", named(taken, model), how_words(taken))
}

/// `4 questions: 3 there at once, 1 slow`.
pub fn sum(taken: &[Taken]) -> String {
    let of = |how: Option<Named>| taken.iter().filter(|t| t.how == how).count();
    let parts = [
        (of(Some(Named::Ok)), "there at once"),
        (of(Some(Named::Slow)), "slow"),
        (of(Some(Named::Missed)), "missed"),
        (of(None), "without a story that fits"),
    ];
    let parts = parts.into_iter().filter(|(n, _)| *n > 0);
    let parts: Vec<String> = parts.map(|(n, words)| format!("{n} {words}")).collect();
    let all = count(taken.len(), "question", "questions");
    format!("{all}: {}", parts.join(", "))
}

/// `There at once, 4 seconds`; how long a story was missed says nothing.
pub fn how_words(taken: &Taken) -> String {
    let how = taken.how.map_or("", Named::word);
    let how = capital(how);
    match taken.how {
        None => "None of yours fits the question that was asked for it".to_owned(),
        Some(Named::Missed) => how,
        Some(Named::Ok | Named::Slow) => {
            let seconds = count(taken.seconds as usize, "second", "seconds");
            format!("{how}, {seconds}")
        }
    }
}

/// Its number in the ledger, with room for two digits.
fn number(at: usize) -> String {
    format!("{:<4}", at + 1)
}

/// How it begins when it is told, as said; or that this is still to be written.
pub fn first_sentence(story: &Story) -> String {
    match story.first_sentence.trim() {
        "" => "It has no first sentence yet.".to_owned(),
        words => format!("\"{words}\""),
    }
}
