//! Stories: found by any word and read out, written and changed, and named in ten seconds.

use super::list::List;
use super::page::{Away, Said};
use super::seat::Seat;
use super::steps;
use super::{form, ledger};
use crate::desk::go::StoryStart;
use crate::desk::recall::Taken;
use crate::desk::stories;
use crate::domain::id::{CompetencyId, StoryId};
use crate::domain::practice::countdown::whole;
use crate::domain::scorecard;
use crate::domain::story::{Named, Prompt, Story, Told, holes};
use crate::domain::text::full_stop;
use crate::panes::recall::{barred, page};
use crate::panes::stories::{WITHOUT, is_begun, prompts, start_for};
use crate::panes::story::{everything, told, told_and_practiced};
use crate::panes::story_form::StoryForm;
use crate::panes::story_words::{facts, minutes_ahead};

/// What can be done with them.
const WAYS: [&str; 4] = [
    "Read them, and change one.",
    "Write a new one.",
    "Name them: a question, and ten seconds to say which one you would tell.",
    "What an interview asks for, and what has no story yet.",
];

/// What can be done with one that was read.
const AFTER: [&str; 3] = ["Change it.", "Say where you told it.", "Into the trash."];

/// Stands below the stories, for a question that none of them answers.
const NONE_OF_MINE: &str = "None of mine fits.";

/// Questions to start from where nothing says which ones.
const FEW: usize = 3;

/// Lets the user choose.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    if seat.model.stories.list.is_empty() {
        seat.page
            .say("No story yet: a true event of yours, told as an answer. A few words for each part are enough.");
        return write(seat);
    }
    let which = |seat: &mut Seat<'_>| seat.page.pick(&WAYS, Some(0));
    // What was written or named leads back to them.
    loop {
        steps::choose(seat, which, |seat, way| match way {
            0 => List::new(rows(seat)).read(seat, |seat, at| read(seat, at).map(|()| false)),
            1 => write(seat),
            2 => recall(seat),
            _ => ledger::choose(seat, write_for),
        })?;
        seat.page.gap();
    }
}

/// A line for each story, with all the words that it is found by.
pub fn rows(seat: &Seat<'_>) -> Vec<(String, String)> {
    let all = seat.model.stories.list.iter();
    all.map(|story| (line(story, seat), story.words()))
        .collect()
}

/// `The night rota. It shows Ownership. Told once`.
fn line(story: &Story, seat: &Seat<'_>) -> String {
    let library = &seat.model.library;
    let titles = story.shows.iter();
    let titles: Vec<String> = titles
        .map(|c| library.competency_title(c.as_str()))
        .collect();
    let shows = match titles.as_slice() {
        [] => String::new(),
        titles => format!(" It shows {}.", titles.join(", ")),
    };
    let facts = full_stop(&facts(story, minutes_ahead(&seat.model, seat.now())));
    format!("{}{shows} {facts}", full_stop(&story.name()))
}

/// Reads the story at this place; it is changed, marked as told or put away where that is wanted.
///
/// # Errors
/// When the user goes away.
pub fn read(seat: &mut Seat<'_>, at: usize) -> Said<()> {
    let Some(story) = seat.model.stories.list.get(at).cloned() else {
        return Ok(());
    };
    seat.page.gap();
    for paragraph in everything(&seat.model, &story).lines() {
        seat.page.say(paragraph);
    }
    seat.page.say(&line(&story, seat));
    for told in told_and_practiced(&seat.model, &story, seat.now().date()) {
        seat.page.say(&told);
    }
    seat.page.gap();
    seat.page.choices(&AFTER);
    match seat.page.which("A number, or Enter to leave it:", &AFTER)? {
        None => Ok(()),
        Some(0) => fill(seat, &mut StoryForm::of(story.id)),
        Some(1) => mark_told(seat, &story.id),
        Some(_) if !seat.page.sure()? => Ok(()),
        Some(_) => seat.desk(|desk| stories::remove(desk, &story.id)),
    }
}

/// Where it was told in a real interview: what is chosen is marked, or the mark is taken off.
fn mark_told(seat: &mut Seat<'_>, id: &StoryId) -> Said<()> {
    while let Some(story) = seat.model.stories.get(id).cloned() {
        let places = told::places(&seat.model, &story, seat.now());
        let row = |(ticked, place, _): &(bool, String, Told)| {
            format!("{place}{}", if *ticked { ": told there" } else { "" })
        };
        let rows: Vec<String> = places.iter().map(row).collect();
        seat.page.choices(&rows);
        let question = "Where did you tell it? The same number again takes it off, Enter leaves:";
        let Some(at) = seat.page.which(question, &rows)? else {
            break;
        };
        if let Some((_, _, told)) = places.get(at) {
            seat.desk(|desk| told::turn(desk, id, told))?;
        }
    }
    Ok(())
}

/// Writes a new one, from a question where one is chosen; one that was begun goes on.
fn write(seat: &mut Seat<'_>) -> Said<()> {
    let start = if is_begun(&seat.model) {
        StoryStart::default()
    } else {
        start(seat)?
    };
    fill(seat, &mut StoryForm::new(start))
}

/// The questions that often lead to a story about what the next interview asks for and none shows, and which is chosen.
fn start(seat: &mut Seat<'_>) -> Said<StoryStart> {
    let model = &seat.model;
    let next = model.next_interview(seat.now().wall);
    let asked = next.map_or_else(Vec::new, |(job, round)| {
        let family = &model.profile.family;
        scorecard::asked(Some(job), &model.library, round.stage, family)
    });
    let hole = holes(&model.stories.list, &asked).first().copied().cloned();
    let prompts: Vec<_> = match &hole {
        Some(hole) => prompts(model, hole),
        None => model.library.story_prompts.iter().take(FEW).collect(),
    };
    if let Some(hole) = &hole {
        let title = model.library.competency_title(hole.as_str());
        let words = format!("No story of yours shows {} yet.", title.to_lowercase());
        seat.page.say(&words);
    }
    let mut rows: Vec<String> = prompts.iter().map(|prompt| prompt.text.clone()).collect();
    rows.push(WITHOUT.to_owned());
    let at = seat.page.pick(&rows, Some(prompts.len()))?;
    let prompt = prompts.get(at);
    Ok(StoryStart {
        prompt: prompt.map(|prompt| prompt.id.clone()),
        shows: hole.filter(|_| prompt.is_some()).into_iter().collect(),
        ..StoryStart::default()
    })
}

/// Writes one that shows this, with a question to start from.
///
/// # Errors
/// When the user goes away.
pub fn write_for(seat: &mut Seat<'_>, competency: &CompetencyId) -> Said<()> {
    let start = start_for(&seat.model, competency);
    let prompts = &seat.model.library.story_prompts;
    let prompt = start
        .prompt
        .as_ref()
        .and_then(|id| prompts.get(id.as_str()));
    if let Some(prompt) = prompt {
        seat.page.say(&prompt.text);
    }
    fill(seat, &mut StoryForm::new(start))
}

fn fill(seat: &mut Seat<'_>, pane: &mut StoryForm) -> Said<()> {
    form::fill(seat, pane, usize::MAX, form::NOT_SAVED).map(drop)
}

/// One question after the other; each is kept at once, and a step back takes the last one back.
///
/// # Errors
/// When the user goes away.
pub fn recall(seat: &mut Seat<'_>) -> Said<()> {
    if let Some(reason) = barred(&seat.model) {
        seat.page.say(&reason);
        return Ok(());
    }
    let now = seat.now();
    let prompts = seat.model.story_prompts(now);
    let limit = seat.model.seconds_to_name();
    seat.page.say(&format!(
        "Which of your stories would you tell? Type its number or a word of it, then say its first sentence. Nothing \
         happens at {limit} seconds; what was slow or missed comes back sooner."
    ));
    let mut names: Vec<String> = seat.model.stories.list.iter().map(Story::name).collect();
    names.push(NONE_OF_MINE.to_owned());
    seat.page.choices(&names);
    seat.page.ask("Enter starts:")?;
    let mut taken: Vec<Taken> = Vec::new();
    while let Some(prompt) = prompts.get(taken.len()) {
        seat.page.gap();
        let head = format!("{} of {}. {}", taken.len() + 1, prompts.len(), prompt.text);
        seat.page.say(&head);
        match one(seat, prompt, &names) {
            Ok(Some(one)) => taken.push(one),
            Ok(None) => return Ok(()),
            Err(Away::Back | Away::Undo) if !taken.is_empty() => take_back(seat, &mut taken)?,
            Err(Away::Undo) => return Err(Away::Back),
            Err(away) => return Err(away),
        }
    }
    seat.page.gap();
    seat.page.say(&full_stop(&page::sum(&taken)));
    Ok(())
}

/// Takes the last one back, so that its question is asked again.
fn take_back(seat: &mut Seat<'_>, taken: &mut Vec<Taken>) -> Said<()> {
    let last = taken.pop();
    if let Some(effect) = last.and_then(|last| seat.model.take_named_back(&last)) {
        seat.perform(&effect)?;
    }
    seat.page.say("Taken back.");
    Ok(())
}

/// Asks for one story, and says how it went; `None` where the story is gone.
fn one(seat: &mut Seat<'_>, prompt: &Prompt, names: &[String]) -> Said<Option<Taken>> {
    let from = seat.now();
    let said = seat.page.which("Which story? Enter for none:", names)?;
    if said.is_some_and(|at| at + 1 == names.len()) {
        seat.page.say(page::NONE_FITS);
        return Ok(Some(Taken::none_fits(prompt)));
    }
    let now = seat.now();
    let seconds = whole(now.mono.since(from.mono));
    let chosen: Option<StoryId> = said
        .and_then(|at| seat.model.stories.list.get(at))
        .map(|story| story.id.clone());
    let noted = (seat.model).note_named(prompt, chosen.as_ref(), seconds, now);
    let Some((taken, effect)) = noted else {
        seat.page.say("This story is gone; the others stay due.");
        return Ok(None);
    };
    seat.perform(&effect)?;
    let back = page::comes_back(&taken, &seat.model, now);
    seat.page.say(&back);
    if taken.how == Some(Named::Missed) {
        let missed = page::missed_words(&taken, &seat.model);
        seat.page
            .say(&format!("{missed} These show what it asks for:"));
        for (at, story) in prompt.shown_by(&seat.model.stories.list) {
            let first = page::first_sentence(story);
            seat.page
                .say(&format!("{} {}, {first}", at + 1, story.name()));
        }
    }
    Ok(Some(taken))
}
