//! Which entries the journal lists.

use chrono::Datelike;
use ratatui::layout::Rect;

use crate::desk::{Model, Msg};
use crate::domain::id::ApplicationId;
use crate::domain::journal::{Entry, EntryKind};
use crate::domain::order::InOrder;
use crate::widgets::Canvas;
use crate::widgets::listing::{Listing, Picked};
use crate::widgets::sheet::Chosen;

/// Which entries are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Only {
    /// All of them.
    #[default]
    All,
    /// Notes.
    Notes,
    /// Debriefs.
    Debriefs,
    /// Those of one employer, with the name as shown.
    Application(ApplicationId, String),
    /// Those with a tag.
    Tag(String),
    /// Those of a year.
    Year(i32),
}

impl Only {
    /// Goes back to all; `true` when there was a choice.
    pub fn clear(&mut self) -> bool {
        std::mem::take(self) != Self::All
    }

    /// Whether an entry is listed.
    pub fn takes(&self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::Notes => entry.kind == EntryKind::Note,
            Self::Debriefs => entry.kind == EntryKind::Debrief,
            Self::Application(id, _) => entry.application.as_ref() == Some(id),
            Self::Tag(tag) => entry.tags.contains(tag),
            Self::Year(year) => entry.date.year() == *year,
        }
    }

    /// What is listed, in words; empty for everything.
    pub fn words(&self) -> String {
        match self {
            Self::All => String::new(),
            Self::Notes => "notes".to_owned(),
            Self::Debriefs => "debriefs".to_owned(),
            Self::Application(_, name) => name.clone(),
            Self::Tag(tag) => format!("tag {tag}"),
            Self::Year(year) => year.to_string(),
        }
    }
}

/// All there is to choose from, in the order of the list: kinds, tags and years before the employers, of whom there may
/// be many.
fn choices(model: &Model) -> Vec<(String, Only)> {
    let mut rows = vec![
        ("Everything".to_owned(), Only::All),
        ("Notes".to_owned(), Only::Notes),
        ("Debriefs".to_owned(), Only::Debriefs),
    ];
    let entries = &model.journal.entries;
    let mut tags: Vec<&str> = entries.iter().flat_map(Entry::own_tags).collect();
    tags.order();
    tags.dedup();
    let tags = tags.into_iter();
    rows.extend(tags.map(|t| (format!("Tag: {t}"), Only::Tag(t.to_owned()))));
    // They stand newest first.
    let mut years: Vec<i32> = entries.iter().map(|e| e.date.year()).collect();
    years.dedup();
    rows.extend(years.into_iter().map(|y| (y.to_string(), Only::Year(y))));
    rows.extend(model.journey.choices().map(|a| {
        let name = model.employer(a);
        (name.clone(), Only::Application(a.id.clone(), name))
    }));
    rows
}

/// The open list of what can be listed.
pub struct Picker {
    list: Listing,
    choices: Vec<Only>,
}

impl Picker {
    /// With the one that is chosen marked.
    pub fn new(model: &Model, chosen: &Only) -> Self {
        let (names, choices): (Vec<String>, Vec<Only>) = choices(model).into_iter().unzip();
        let at = choices.iter().position(|only| only == chosen);
        Self {
            list: Listing::new(names, at.unwrap_or(0)),
            choices,
        }
    }

    /// Takes a message; what became of it.
    pub fn take(&mut self, msg: &Msg) -> Chosen<Only> {
        match msg {
            Msg::Type(c) => self.list.edit(|field| field.type_char(*c)),
            Msg::Paste(text) => self.list.edit(|field| field.paste(text)),
            Msg::Command(command) => match self.list.command(*command) {
                Picked::Open => {}
                Picked::Closed => return Chosen::Closed,
                Picked::This(n) => {
                    let only = self.choices.get(n).cloned();
                    return only.map_or(Chosen::Closed, Chosen::This);
                }
            },
            _ => {}
        }
        Chosen::Open
    }

    /// Draws it over a page.
    pub fn draw(&self, out: &mut Canvas<'_>, page: Rect) {
        self.list.draw(out, page);
    }
}
