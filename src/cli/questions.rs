//! `greenroom questions`: lists and searches the questions.

use serde::Serialize;

use super::args::QuestionsArgs;
use super::named;
use super::words::{count, wrapped};
use super::world::{Exit, World};
use crate::domain::id::{CompetencyId, FamilyId, TopicId};
use crate::domain::library::{Card, FoundBy, Kind, Library, StageId, whose};
use crate::domain::practice::history::History;
use crate::domain::practice::pick::Filter;
use crate::domain::search::{Haystack, Query};
use crate::domain::time::clock_text;

/// Prints the questions that fit.
pub fn run(args: &QuestionsArgs, world: &mut World<'_, '_>) -> Exit {
    let (library, problems) = named::library(&world.home);
    world.warn(&problems);
    let filter = match filter(args, &library) {
        Ok(filter) => filter,
        Err(why) => return world.misused(&why),
    };
    let history = History::default();
    let cards = filter.matches(&library, &history);
    let family = world.home.load_small().profile.family;
    let cards = found(args, &cards, &library, &family);
    let setup = |card: &Card| {
        let question = library.questions.get(card.id.as_str());
        question.map_or_else(String::new, |question| question.setup.clone())
    };
    if args.json {
        let rows = cards.iter().map(|card| Row::of(card, setup(card)));
        let rows: Vec<Row<'_>> = rows.collect();
        world.print_json(&Listing {
            format: 1,
            library: &library.version,
            questions: rows,
        });
    } else {
        for card in &cards {
            world.out.line(head(card));
            // A sheet keeps its lines.
            for line in setup(card).lines() {
                world.out.line(wrapped(line, 2));
            }
            world.out.line(wrapped(&card.listed(), 2));
        }
        world
            .err
            .line(format_args!("{}.", count(cards.len(), "question")));
    }
    Exit::Done
}

/// The questions with the words that are looked for, found by what the studio finds them by, among equals those of one's
/// own field first; where none has all of them, those with most.
fn found<'c>(
    args: &QuestionsArgs,
    cards: &[&'c Card],
    library: &Library,
    family: &FamilyId,
) -> Vec<&'c Card> {
    if args.search.is_empty() {
        return cards.to_vec();
    }
    let by = FoundBy::of(library);
    let texts = Haystack::new(cards.iter().map(|card| by.words(card)));
    let query = Query::new(&args.search.join(" "));
    let (shown, whose) = (
        |at: usize| cards[at].listed(),
        |at: usize| whose(cards[at], family),
    );
    let found = texts.look(&query, |_| true, shown, whose);
    let found = found.rows.into_iter();
    found.filter_map(|at| cards.get(at).copied()).collect()
}

fn filter(args: &QuestionsArgs, library: &Library) -> Result<Filter, String> {
    Ok(Filter {
        stage: args.stage,
        kinds: args.kind.clone(),
        family: args
            .role
            .as_deref()
            .map(|id| named::family(library, id))
            .transpose()?,
        competencies: named::competencies(library, &args.competency)?,
        packs: named::packs(library, &args.pack)?,
        improper: args.kind.contains(&Kind::Inappropriate),
        ..Filter::default()
    })
}

fn head(card: &Card) -> String {
    let most = clock_text(card.max_s.into());
    format!("{}  {}, up to {most}", card.id, card.kind.id())
}

#[derive(Serialize)]
struct Listing<'a> {
    format: u8,
    library: &'a str,
    questions: Vec<Row<'a>>,
}

/// One question for programs; fields are only ever added.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    text: &'a str,
    /// Its short name in lists; most have none.
    title: Option<&'a str>,
    /// The facts before it; empty where there are none.
    setup: String,
    kind: &'static str,
    topic: Option<&'a str>,
    stages: Vec<&'static str>,
    competencies: Vec<&'a str>,
    roles: Vec<&'a str>,
    seniority: Vec<&'static str>,
    difficulty: u8,
    max_s: u32,
    standard: bool,
    pack: &'a str,
}

impl<'a> Row<'a> {
    fn of(card: &'a Card, setup: String) -> Self {
        Self {
            id: card.id.as_str(),
            text: &card.text,
            title: card.title.as_deref(),
            setup,
            kind: card.kind.id(),
            topic: card.topic.as_ref().map(TopicId::as_str),
            stages: card.stages.iter().copied().map(StageId::id).collect(),
            competencies: card.competencies.iter().map(CompetencyId::as_str).collect(),
            roles: card.roles.iter().map(FamilyId::as_str).collect(),
            seniority: card.seniority.iter().map(|s| s.id()).collect(),
            difficulty: card.difficulty,
            max_s: card.max_s,
            standard: card.standard,
            pack: card.pack.as_deref().unwrap_or("greenroom"),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::cli::trial::Trial;

    fn json(words: &[&str]) -> Vec<Value> {
        let done = Trial::new().run(&[&["questions", "--json"], words].concat());
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        let all: Value = serde_json::from_str(&done.out).expect("it is JSON");
        all["questions"].as_array().expect("a list").clone()
    }

    #[test]
    fn every_filter_narrows_the_list() {
        let all = json(&[]).len();
        assert!(all > 100);
        for words in [
            &["--stage", "panel"][..],
            &["--kind", "opener", "--kind", "motivation"],
            &["--competency", "conflict"],
            &["--search", "colleague"],
        ] {
            let some = json(words).len();
            assert!(some > 0 && some < all, "{words:?}: {some} of {all}");
        }
        for row in json(&["--kind", "opener", "--stage", "screening"]) {
            assert_eq!(row["kind"], "opener");
            let stages = row["stages"].as_array().expect("a list");
            assert!(stages.contains(&"screening".into()));
        }
    }

    #[test]
    fn people_get_id_kind_and_the_words() {
        let done = Trial::new().run(&["questions", "--kind", "opener"]);
        let first: Vec<&str> = done.out.lines().take(2).collect();
        assert!(first[0].starts_with("q-general-opener-"), "{first:?}");
        assert!(first[1].starts_with("  "), "{first:?}");
        assert!(done.out.lines().all(|l| l.chars().count() <= 80));
        assert!(done.err.ends_with(" questions.\n"), "{}", done.err);
    }

    #[test]
    fn a_question_comes_with_the_facts_that_it_is_about() {
        let trial = Trial::new();
        let text = "[[question]]\ntext = \"Why were you not among them?\"\nsetup = \"Six of the nine could stay.\"\n";
        trial.put("packs/bea.toml", text);
        let words = ["questions", "--pack", "bea"];
        let done = trial.run(&words);
        let told = "  Six of the nine could stay.\n  Why were you not among them?\n";
        assert!(done.out.ends_with(told), "{}", done.out);
        let done = trial.run(&[&words[..], &["--json"]].concat());
        let all: Value = serde_json::from_str(&done.out).expect("it is JSON");
        assert_eq!(all["questions"][0]["setup"], "Six of the nine could stay.");
    }

    #[test]
    fn a_topic_and_a_title_find_a_question_as_in_the_studio() {
        let found = json(&["--search", "laid", "off"]);
        assert!(
            found.iter().any(|row| row["topic"] == "laid-off"),
            "{found:?}"
        );
        assert!(!json(&["--search", "public", "sector"]).is_empty());
    }

    #[test]
    fn a_pack_narrows_the_list_to_its_own() {
        let trial = Trial::new();
        trial.put("packs/nights.toml", "questions = [\"Why nights?\"]\n");
        let done = trial.run(&["questions", "--pack", "nights"]);
        assert_eq!((done.code, done.err.as_str()), (0, "1 question.\n"));
        let done = trial.run(&["questions", "--pack", "night"]);
        assert_eq!(done.code, 2);
        assert!(
            done.said().contains("Did you mean `nights`?"),
            "{}",
            done.said()
        );
    }

    #[test]
    fn questions_are_found_by_the_words_of_a_trade_best_first() {
        for (words, id) in [
            (
                "race condition",
                "q-software-technical-three-seats-too-many",
            ),
            ("laid off", "q-general-sensitive-laid-off-twice"),
            ("fired", "q-general-sensitive-dismissed-targets"),
            ("governor", "q-teaching-situational-results-are-down"),
            (
                "child protection",
                "q-teaching-situational-promise-to-tell-nobody",
            ),
            (
                "behaviour management",
                "q-teaching-behavioral-disturbed-again",
            ),
            ("weld", "q-trades-technical-holes-along-the-seam"),
            ("deadlock", "q-software-knowledge-two-that-wait"),
            ("idempotency", "q-software-knowledge-safe-to-repeat"),
            ("rest api", "q-software-technical-next-twenty-orders"),
        ] {
            let found = json(&["--search", words]);
            let place = found.iter().position(|row| row["id"] == id);
            assert!(place.is_some_and(|at| at < 12), "{words}: {place:?}");
        }
        let race = json(&["--search", "race"]);
        let ids = race.iter().map(|row| row["id"].as_str().expect("an id"));
        assert!(
            ids.clone()
                .all(|id| id != "q-software-technical-slow-checkout"),
            "trace is no race"
        );
    }

    #[test]
    fn a_search_puts_the_questions_of_the_own_field_first_and_knows_what_people_call_things() {
        let trial = Trial::new();
        let first = |family: &str, words: &str| {
            trial.put(
                "profile.toml",
                &format!("format = 1\nfamily = \"{family}\"\n"),
            );
            let done = trial.run(&["questions", "--json", "--search", words]);
            let all: Value = serde_json::from_str(&done.out).expect("it is JSON");
            all["questions"][0].clone()
        };
        let has = |row: &Value, field: &str| {
            row["roles"]
                .as_array()
                .is_some_and(|r| r.contains(&field.into()))
        };
        for (family, words) in [
            ("teaching", "safeguard"),
            ("teaching", "parent"),
            ("trades", "motor"),
        ] {
            let row = first(family, words);
            assert!(has(&row, family), "{words}: {row}");
        }
        let row = first("trades", "pay hour wage");
        assert!(has(&row, "general") || has(&row, "trades"), "{row}");
        for words in [
            "why never change job",
            "stayed so long",
            "20 years",
            "20 years in one place",
        ] {
            let row = first("trades", words);
            assert_eq!(row["topic"], "long-stay", "{words}: {row}");
        }
    }

    #[test]
    fn a_question_that_tells_little_has_its_short_name_before_it() {
        let done = Trial::new().run(&["questions", "--search", "two names from one"]);
        let said = done.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            said.contains("Two names from one, online: Walk me through your steps."),
            "{said}"
        );
    }

    #[test]
    fn nothing_found_is_no_failure() {
        let done = Trial::new().run(&["questions", "--search", "xyzzy"]);
        assert_eq!((done.code, done.out.as_str()), (0, ""));
        assert_eq!(done.err, "0 questions.\n");
    }
}
