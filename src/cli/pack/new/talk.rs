//! The talk in which a person makes a pack: a question at a time, and nothing that was typed is lost on the way.

use std::path::PathBuf;

use super::{TITLE, clean, usual_path};
use crate::cli::words;
use crate::content::check;
use crate::content::packs::Fresh;
use crate::domain::id::slug;
use crate::domain::library::{Kind, Library};
use crate::problem::Severity;
use crate::runtime::plain::page::{Away, Page, Said};
use crate::store::outside;

const HELP: &str = "b goes one step back, q leaves; nothing is written before the end.";

/// The licenses that are offered, with what they mean.
pub const LICENSES: [(&str, &str); 3] = [
    ("private", "Only people I give it to"),
    (
        "CC-BY-4.0",
        "Everybody, when they say who made it (CC-BY-4.0)",
    ),
    ("CC0-1.0", "Everybody, for anything (CC0-1.0)"),
];

/// What questions of a kind sound like, since its name alone says little to whoever has not used it yet.
const fn sounds_like(kind: Kind) -> &'static str {
    match kind {
        Kind::Opener => "tell me about yourself",
        Kind::Motivation => "why this work, why us",
        Kind::Logistics => "when can you start, which hours",
        Kind::Strengths => "what are you good at",
        Kind::Behavioral => "tell me about a time when …",
        Kind::Situational => "what would you do if …",
        Kind::Culture => "how do you like to work with others",
        Kind::Knowledge => "what is …, how does it work",
        Kind::Technical => "solve this, and think aloud",
        Kind::Design => "how would you build …",
        Kind::Case => "a problem with figures",
        Kind::RolePlay => "I am an angry parent, go on",
        Kind::Presentation => "show us something in ten minutes",
        Kind::Sensitive => "gaps, weaknesses, why you left, pay",
        Kind::Negotiation => "talks about an offer",
        Kind::Closing => "what would you like to ask us",
        Kind::Inappropriate => "what nobody should ask",
    }
}

/// The talk with the author.
pub struct Talk<'a> {
    page: Page<'a>,
    library: &'a Library,
    fresh: Fresh,
    path: Option<PathBuf>,
    add: bool,
}

impl<'a> Talk<'a> {
    /// A talk that begins with what is usual.
    pub fn new(
        mut page: Page<'a>,
        library: &'a Library,
        fresh: Fresh,
        path: Option<PathBuf>,
    ) -> Self {
        page.ways = Some(HELP);
        Self {
            page,
            library,
            fresh,
            path,
            add: false,
        }
    }

    /// Holds the talk; one step back asks the question before again. Gives the pack, the file for it, and whether it
    /// is to be added.
    ///
    /// # Errors
    ///
    /// When the author leaves, and at the end of what there is to read.
    pub fn hold(mut self) -> Said<(Fresh, PathBuf, bool)> {
        self.page.say(
            "A question pack is a list of questions that anybody can practice with. \
             Enter takes what stands in brackets; ? helps.",
        );
        let steps: [fn(&mut Self) -> Said<()>; 11] = [
            Self::title,
            Self::author,
            Self::description,
            Self::license,
            Self::language,
            Self::kind,
            Self::stages,
            Self::role,
            Self::questions,
            Self::file,
            Self::add,
        ];
        let mut at = 0;
        while let Some(step) = steps.get(at) {
            self.page.gap();
            at = match step(&mut self) {
                Ok(()) => at + 1,
                Err(Away::Back | Away::Undo) => at.saturating_sub(1),
                Err(away) => return Err(away),
            };
        }
        self.page.gap();
        self.page.flush();
        let path = self.path.unwrap_or_else(|| usual_path(&self.fresh));
        Ok((self.fresh, path, self.add))
    }

    /// Asks for a line; nothing takes what stands in brackets.
    fn line(&mut self, question: &str, usual: &str) -> Said<String> {
        let said = if usual.is_empty() {
            self.page.ask(question)?
        } else {
            self.page.ask(&format!("{question} [{usual}]:"))?
        };
        Ok(if said.is_empty() {
            usual.to_owned()
        } else {
            said
        })
    }

    fn title(&mut self) -> Said<()> {
        loop {
            let usual = self.fresh.title.clone();
            let title = self.line("What is it called?", &usual)?;
            if title.chars().count() > TITLE {
                self.page
                    .say(&format!("At most {TITLE} characters, please."));
            } else if slug(&title, "").is_empty() {
                self.page
                    .say("It needs a name with letters from a to z or digits in it.");
            } else {
                self.fresh.title = title;
                return Ok(());
            }
        }
    }

    fn author(&mut self) -> Said<()> {
        let usual = self.fresh.author.clone();
        self.fresh.author = self.line("Who made it? A nickname will do.", &usual)?;
        Ok(())
    }

    fn description(&mut self) -> Said<()> {
        let usual = self.fresh.description.clone();
        let question = "What is it about, in a sentence? It may be left out.";
        self.fresh.description = self.line(question, &usual)?;
        Ok(())
    }

    fn license(&mut self) -> Said<()> {
        self.page.say("Who may use it?");
        self.page.choices(&LICENSES.map(|(_, words)| words));
        let chosen = self.page.choose("Choice", LICENSES.len(), Some(0))?;
        if let Some((license, _)) = LICENSES.get(chosen) {
            (*license).clone_into(&mut self.fresh.license);
        }
        Ok(())
    }

    fn language(&mut self) -> Said<()> {
        loop {
            let usual = self.fresh.language.clone();
            let question = "In which language are the questions? en is English, de is German.";
            let language = self.line(question, &usual)?;
            let is_tag = (2..=3).contains(&language.split('-').next().unwrap_or_default().len())
                && language
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-');
            if is_tag {
                self.fresh.language = language;
                return Ok(());
            }
            self.page
                .say("Its two letters, please: en, de, fr, es, it, pl and so on.");
        }
    }

    fn kind(&mut self) -> Said<()> {
        self.page.say(
            "What kind are most of them? One whose words plainly say another kind gets that one.",
        );
        let words = Kind::ALL.iter().map(|kind| {
            let word = kind.word();
            format!("{word}: {}", sounds_like(*kind))
        });
        let words: Vec<String> = words.collect();
        self.page.choices(&words);
        let usual = Kind::ALL.iter().position(|kind| *kind == self.fresh.kind);
        let chosen = self.page.choose("Choice", words.len(), usual)?;
        self.fresh.kind = Kind::ALL.get(chosen).copied().unwrap_or(self.fresh.kind);
        Ok(())
    }

    fn stages(&mut self) -> Said<()> {
        self.page
            .say("Where are they asked? One number, or several, such as 3 6.");
        let stages: Vec<_> = self.library.stages.iter().collect();
        let titles: Vec<&str> = stages.iter().map(|stage| stage.title.as_str()).collect();
        self.page.choices(&titles);
        let chosen = self.fresh.stages.iter();
        let usual: Vec<usize> = chosen
            .filter_map(|id| stages.iter().position(|stage| stage.id == *id))
            .collect();
        let chosen = self.page.choose_some("Choice", stages.len(), &usual)?;
        let chosen = chosen.iter().filter_map(|at| stages.get(*at));
        self.fresh.stages = chosen.map(|stage| stage.id).collect();
        Ok(())
    }

    fn role(&mut self) -> Said<()> {
        self.page.say("For which work?");
        let families: Vec<_> = self.library.families.iter().collect();
        let titles: Vec<&str> = families
            .iter()
            .map(|family| family.title.as_str())
            .collect();
        self.page.choices(&titles);
        let usual = families.iter().position(|family| {
            self.fresh
                .roles
                .first()
                .is_some_and(|r| r == family.id.as_str())
        });
        let chosen = self.page.choose("Choice", families.len(), usual)?;
        self.fresh.roles = families
            .get(chosen)
            .map(|family| family.id.to_string())
            .into_iter()
            .collect();
        Ok(())
    }

    /// Asks for the questions; those that were typed stay when the author goes back and forth.
    fn questions(&mut self) -> Said<()> {
        self.page.say(
            "Now the questions, as they are spoken. One a line; an empty line ends, b takes back the last one.",
        );
        loop {
            let number = self.fresh.questions.len() + 1;
            match self.page.ask(&format!("{number}:")) {
                Ok(line) => {
                    let mut lines = clean(&[line]);
                    match lines.pop() {
                        Some(line) => self.take(line),
                        None if number > 1 => return Ok(()),
                        None => self.page.say("A pack needs one question at least."),
                    }
                }
                Err(Away::Back | Away::Undo) => match self.fresh.questions.pop() {
                    Some(gone) => self.page.say(&format!("Taken back: {gone}")),
                    None => return Err(Away::Back),
                },
                Err(away) => return Err(away),
            }
        }
    }

    /// Takes a question, unless the pack could not be read with it.
    fn take(&mut self, question: String) {
        self.fresh.questions.push(question);
        let found = check::pack("new", &self.fresh.text());
        if found
            .iter()
            .any(|problem| problem.severity == Severity::Error)
        {
            self.page
                .say("That is too long for a question. A sentence or two can be spoken, please.");
            self.fresh.questions.pop();
        }
    }

    /// Asks for a file until it can be made.
    fn file(&mut self) -> Said<()> {
        loop {
            let usual = self.path.clone().unwrap_or_else(|| usual_path(&self.fresh));
            let said = self.line("Which file shall it be?", &words::path(&usual))?;
            let mut path = PathBuf::from(&said);
            if outside::is_folder(&path) {
                path.push(usual_path(&self.fresh));
            } else if path.extension().is_none() && said != words::path(&usual) {
                path.set_extension("toml");
            }
            match outside::can_be_made(&path) {
                Ok(()) => {
                    self.path = Some(path);
                    return Ok(());
                }
                Err(error) => self.page.say(&error.to_string()),
            }
        }
    }

    fn add(&mut self) -> Said<()> {
        self.add = self.page.yes(
            "Take it among your packs as well, so that you can practice with it?",
            false,
        )?;
        Ok(())
    }
}
