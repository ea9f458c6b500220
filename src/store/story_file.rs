//! `stories/<id>.toml`: one story.

use serde::Deserialize;
use toml_edit::{Table, Value};

use super::layout;
use super::toml_in::{Day, FORMAT, Formatted, all_shown, open, proof, shown};
use super::toml_out::{Lines, day, inline, on_lines, prose, word};
use super::weave::Edited;
use crate::content::proof::fields_of;
use crate::domain::id::{ApplicationId, CompetencyId, EntryId, StoryId};
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::domain::story::{Length, Named, Recalled, Story, Told};
use crate::problem::Problem;

impl Edited for Story {
    fn read(file: &str, bytes: &[u8]) -> Result<(Self, i64), Box<Problem>> {
        let (raw, format): (RawStory, i64) = open(file, bytes)?;
        let mut story = raw.lower(StoryId::new(layout::stem(file)));
        story.other_lengths = other_lengths(bytes);
        Ok((story, format))
    }

    fn proof(file: &str, bytes: &[u8]) -> Vec<Problem> {
        proof::<RawStory>(file, bytes)
    }

    fn names() -> &'static [&'static str] {
        fields_of::<RawStory>()
    }

    fn table(&self) -> Table {
        Lines::new()
            .put("format", FORMAT)
            .put("title", prose(&self.title))
            .maybe("created", self.created.map(day))
            .text("first_sentence", &self.first_sentence)
            .text("situation", &self.situation)
            .text("task", &self.task)
            .texts("actions", &self.actions)
            .text("result", &self.result)
            .text("number", &self.number)
            .text("learning", &self.learning)
            .texts("shows", &names(&self.shows))
            .texts("touches", &names(&self.touches))
            .maybe("private", self.private.then_some(true))
            .maybe("recall", recall_rows(&self.recall))
            .table("lengths", lengths_lines(self))
            .tables("told", self.told.iter().map(told_lines))
            .done()
    }
}

fn names(competencies: &[CompetencyId]) -> Vec<String> {
    competencies.iter().map(ToString::to_string).collect()
}

/// A row for each time that it was to be named.
fn recall_rows(recall: &[Recalled]) -> Option<Value> {
    let row = |r: &Recalled| inline([("day", day(r.day)), ("how", word(r.how).into())]);
    (!recall.is_empty()).then(|| on_lines(recall.iter().map(row)))
}

fn lengths_lines(story: &Story) -> Option<Lines> {
    let known = Length::ALL.iter().zip(&story.lengths);
    let known = known.map(|(length, text)| (length.seconds().to_string(), text));
    let others = story.other_lengths.iter();
    let all = known.chain(others.map(|(name, text)| (name.clone(), text)));
    let mut filled = all.filter(|(_, text)| !text.is_empty()).peekable();
    filled.peek()?;
    Some(filled.fold(Lines::new(), |lines, (name, text)| lines.text(&name, text)))
}

/// The texts under `[lengths]` that stand for no length that there is.
fn other_lengths(bytes: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    if !text.contains("lengths") {
        return Vec::new();
    }
    let text = text.trim_start_matches('\u{feff}');
    let file: toml::Table = toml::from_str(text).unwrap_or_default();
    let written = file.get("lengths").and_then(toml::Value::as_table);
    let known = |name: &str| Length::ALL.iter().any(|l| l.seconds().to_string() == name);
    let others = written
        .into_iter()
        .flatten()
        .filter(|(name, _)| !known(name));
    let texts = others.filter_map(|(name, text)| Some((shown(name.clone()), text.as_str()?)));
    texts
        .map(|(name, text)| (name, shown(text.to_owned())))
        .collect()
}

fn told_lines(told: &Told) -> Lines {
    Lines::new()
        .put("day", day(told.day))
        .maybe(
            "application",
            told.application.as_ref().map(ApplicationId::as_str),
        )
        .maybe("stage", told.stage.map(StageId::id))
        .texts("people", &told.people)
        .maybe("level", told.level.map(Level::id))
        .maybe("debrief", told.debrief.as_ref().map(EntryId::as_str))
}

#[derive(Deserialize)]
struct RawStory {
    format: i64,
    title: String,
    created: Option<Day>,
    #[serde(default)]
    first_sentence: String,
    #[serde(default)]
    situation: String,
    #[serde(default)]
    task: String,
    #[serde(default)]
    actions: Vec<String>,
    #[serde(default)]
    result: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    learning: String,
    #[serde(default)]
    shows: Vec<String>,
    #[serde(default)]
    touches: Vec<String>,
    #[serde(default)]
    private: bool,
    #[serde(default)]
    recall: Vec<RawRecalled>,
    #[serde(default)]
    lengths: RawLengths,
    #[serde(default)]
    told: Vec<RawTold>,
}

impl Formatted for RawStory {
    fn format(&self) -> i64 {
        self.format
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RawLengths {
    #[serde(rename = "30")]
    half: String,
    #[serde(rename = "60")]
    one: String,
    #[serde(rename = "90")]
    one_and_half: String,
    #[serde(rename = "180")]
    three: String,
}

#[derive(Deserialize)]
struct RawRecalled {
    day: Day,
    how: Named,
}

#[derive(Deserialize)]
struct RawTold {
    day: Day,
    application: Option<String>,
    stage: Option<StageId>,
    #[serde(default)]
    people: Vec<String>,
    level: Option<Level>,
    debrief: Option<String>,
}

impl RawStory {
    fn lower(self, id: StoryId) -> Story {
        let competencies = |ids: Vec<String>| ids.into_iter().map(|c| CompetencyId::new(shown(c)));
        let recalled = |raw: RawRecalled| Recalled {
            day: raw.day.0,
            how: raw.how,
        };
        let lengths = self.lengths;
        let lengths = [
            lengths.half,
            lengths.one,
            lengths.one_and_half,
            lengths.three,
        ];
        Story {
            id,
            title: shown(self.title),
            first_sentence: shown(self.first_sentence),
            situation: shown(self.situation),
            task: shown(self.task),
            actions: all_shown(self.actions),
            result: shown(self.result),
            number: shown(self.number),
            learning: shown(self.learning),
            shows: competencies(self.shows).collect(),
            touches: competencies(self.touches).collect(),
            lengths: lengths.map(shown),
            other_lengths: Vec::new(),
            told: self.told.into_iter().map(RawTold::lower).collect(),
            recall: self.recall.into_iter().map(recalled).collect(),
            created: self.created.map(|d| d.0),
            private: self.private,
        }
    }
}

impl RawTold {
    fn lower(self) -> Told {
        Told {
            application: self.application.map(|id| ApplicationId::new(shown(id))),
            stage: self.stage,
            day: self.day.0,
            people: all_shown(self.people),
            level: self.level,
            debrief: self.debrief.map(|id| EntryId::new(shown(id))),
        }
    }
}

#[cfg(test)]
mod tests;
