//! A new pack, written so that a person can go on with it in any editor.

use std::fmt::Write as _;

use toml_edit::{Array, value};

use super::short_id;
use crate::content::guess;
use crate::domain::id::slug;
use crate::domain::library::{Kind, StageId};

/// The pack that shows every field.
pub const EXAMPLE: &str = include_str!("../../../docs/example-pack.toml");

/// What a new pack begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// Its title; the id is made from it.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// A license.
    pub license: String,
    /// A language tag.
    pub language: String,
    /// What it is about; may be empty.
    pub description: String,
    /// The kind of its questions.
    pub kind: Kind,
    /// Whether one whose words leave no doubt that it is of another kind gets that one.
    pub by_words: bool,
    /// Where they are asked.
    pub stages: Vec<StageId>,
    /// For which fields of work.
    pub roles: Vec<String>,
    /// The questions.
    pub questions: Vec<String>,
}

const TOP: &str = "\
# A question pack for Greenroom. A line that begins with # is a remark.
# Look for mistakes with `greenroom check FILE`, see it as others will with `greenroom pack preview FILE`.

";

const DEFAULTS: &str = "
# What each of these questions is, where it does not say otherwise.
";

const MORE: &str = "
# A question with more to it is a record of its own. Take the marks away and go on from here:
#
# [[question]]
# id = \"why-here\"
# text = \"Why do you want to work here?\"
# strong = [
#   { text = \"Names one thing that only this place has\", core = true },
# ]
# probes = [{ text = \"What else did you look at?\", tests = \"motivation\" }]
#
# `greenroom pack new --example` writes a pack that shows every field there is.
";

impl Fresh {
    /// The id: the title in small letters with hyphens.
    pub fn id(&self) -> String {
        slug(&self.title, "pack")
    }

    /// The questions without those that stand there twice.
    pub fn distinct(&self) -> Vec<&str> {
        let mut seen = Vec::new();
        let new = |text: &&String| {
            let id = short_id(text);
            let new = !seen.contains(&id);
            seen.push(id);
            new
        };
        self.questions
            .iter()
            .filter(new)
            .map(String::as_str)
            .collect()
    }

    /// The questions that are of another kind by their words, with it.
    pub fn others(&self) -> Vec<(&str, Kind)> {
        let other =
            |text: &'_ str| guess::listed(text).filter(|kind| self.by_words && *kind != self.kind);
        let all = self.distinct().into_iter();
        all.filter_map(|text| Some((text, other(text)?))).collect()
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut out = String::from(TOP);
        out.push_str("[pack]\nformat = 1\n");
        let id = self.id();
        let head = [
            ("id", &id),
            ("title", &self.title),
            ("version", &"1.0.0".to_owned()),
            ("author", &self.author),
            ("license", &self.license),
            ("language", &self.language),
            ("description", &self.description),
        ];
        for (key, text) in head.into_iter().filter(|(_, text)| !text.is_empty()) {
            line(&mut out, key, &value(text));
        }
        out.push_str(DEFAULTS);
        out.push_str("[defaults]\n");
        line(&mut out, "kind", &value(self.kind.id()));
        let stages = self.stages.iter().map(|stage| stage.id());
        line(&mut out, "stages", &value(stages.collect::<Array>()));
        line(
            &mut out,
            "roles",
            &value(self.roles.iter().collect::<Array>()),
        );
        self.list(&mut out);
        out.push_str(MORE);
        out
    }

    /// Writes the questions in their order: as sentences, or each as a record where one has a kind of its own.
    fn list(&self, out: &mut String) {
        let others = self.others();
        if others.is_empty() {
            out.push_str("questions = [\n");
            for question in self.distinct() {
                let written = writeln!(out, "  {},", value(question).to_string().trim());
                debug_assert!(written.is_ok(), "writing to a string");
            }
            out.push_str("]\n");
            return;
        }
        for question in self.distinct() {
            out.push_str("\n[[question]]\n");
            line(out, "text", &value(question));
            if let Some((_, kind)) = others.iter().find(|(other, _)| *other == question) {
                line(out, "kind", &value(kind.id()));
            }
        }
    }
}

fn line(out: &mut String, key: &str, item: &toml_edit::Item) {
    let written = writeln!(out, "{key} = {}", item.to_string().trim());
    debug_assert!(written.is_ok(), "writing to a string");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::check;
    use crate::content::packs::load;

    #[test]
    fn a_new_pack_is_in_order_whatever_was_typed() {
        let fresh = Fresh {
            title: "Night \"shift\" \\ [porters]".to_owned(),
            author: "A = \"team\"".to_owned(),
            license: "private".to_owned(),
            language: "en".to_owned(),
            description: "It's about # nights.".to_owned(),
            kind: Kind::Situational,
            by_words: false,
            stages: vec![StageId::Panel, StageId::InPerson],
            roles: vec!["care".to_owned()],
            questions: ["Why \"nights\"?", "What's ]first\\?", "why nights"]
                .map(str::to_owned)
                .to_vec(),
        };
        let pack = load("a.toml", &fresh.text()).expect("a pack");
        assert_eq!(pack.head.id, "night-shift-porters");
        assert_eq!(pack.head.title, fresh.title);
        assert_eq!(pack.head.description, fresh.description);
        let texts: Vec<&str> = pack.cards().iter().map(|card| card.text.as_str()).collect();
        assert_eq!(texts, &fresh.questions[..2], "the third is the first again");
        assert_eq!(pack.cards()[0].kind, Kind::Situational);
        assert_eq!(
            pack.cards()[0].stages[..],
            [StageId::Panel, StageId::InPerson]
        );
        assert_eq!(check::pack("a.toml", &fresh.text()), []);
        let more: String = (fresh.text().lines().skip_while(|l| *l != "# [[question]]"))
            .take_while(|l| *l != "#")
            .map(|l| l.trim_start_matches("# ").to_owned() + "\n")
            .collect();
        let told = check::pack("a.toml", &more);
        assert!(
            told.iter().all(|p| p.rule == Some("L07")),
            "the remark is a record too: {told:#?}"
        );
    }

    #[test]
    fn a_question_of_another_kind_by_its_words_says_so() {
        let mut fresh = Fresh {
            title: "Ward".to_owned(),
            author: "Ana".to_owned(),
            license: "private".to_owned(),
            language: "en".to_owned(),
            description: String::new(),
            kind: Kind::Behavioral,
            by_words: true,
            stages: vec![StageId::InPerson],
            roles: vec!["nursing".to_owned()],
            questions: [
                "Tell me about a night that went wrong.",
                "What would you do if the charge nurse is drunk?",
                "Why do you want to work here?",
            ]
            .map(str::to_owned)
            .to_vec(),
        };
        let kinds = |fresh: &Fresh| -> Vec<Kind> {
            let pack = load("ward.toml", &fresh.text()).expect("a pack");
            let kind = |text: &String| {
                pack.cards()
                    .iter()
                    .find(|card| card.text == *text)
                    .map(|card| card.kind)
            };
            fresh.questions.iter().filter_map(kind).collect()
        };
        assert_eq!(
            kinds(&fresh),
            [Kind::Behavioral, Kind::Situational, Kind::Motivation]
        );
        assert!(
            check::pack("ward.toml", &fresh.text())
                .iter()
                .all(|p| p.severity != crate::problem::Severity::Error)
        );
        let pack = load("ward.toml", &fresh.text()).expect("a pack");
        let texts: Vec<&str> = pack.cards().iter().map(|card| card.text.as_str()).collect();
        assert_eq!(
            texts, fresh.questions,
            "they stay in the order in which they were typed"
        );
        let ids: Vec<&str> = pack.cards().iter().map(|card| card.id.as_str()).collect();
        fresh.by_words = false;
        let plain = load("ward.toml", &fresh.text()).expect("a pack");
        let same: Vec<&str> = plain.cards().iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids, same, "their ids come from their words either way");
        assert_eq!(
            kinds(&fresh),
            [Kind::Behavioral; 3],
            "the author said so of all"
        );
    }
}
