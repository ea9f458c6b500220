//! L20: a mock that fits its time, draws from enough questions, and ends as interviews end.

use super::book::{Book, Placed, each};
use super::out::{Out, Scope};
use crate::content::found::{At, Sink};
use crate::content::lower::Lower;
use crate::content::packs::card;
use crate::content::raw::{self, Record};
use crate::content::shipped;
use crate::domain::id::FamilyId;
use crate::domain::library::{Blueprint, Card, Kind, Pick, Seniority, StageId};

/// How far the sections may be off the whole, in percent of it.
const OFF_BY: u32 = 10;

/// How many times over a section must be able to draw, so that the next mock is another one.
const TIMES: usize = 3;

/// The family of questions for everybody.
const GENERAL: &str = "general";

/// Says that answers are written, not spoken: nobody is there to be asked.
const TYPED: &str = "typed";

/// Questions that are looked at in all; the library needs a hundredth, and a hostile pack must not take forever.
const LOOKS: usize = 20_000_000;

/// What a mock can draw from.
struct Pool {
    cards: Vec<Card>,
    /// Kind of each item.
    items: Vec<String>,
    /// How many questions may still be looked at.
    looks: usize,
}

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    if book.blueprints.is_empty() {
        return;
    }
    let mut pool = Pool::of(book, out.scope);
    each(&book.blueprints, out, |raw, at, out| {
        let blueprint = raw.clone().lower(at, &mut Sink::deaf());
        minutes(&blueprint, at, out);
        for (i, section) in blueprint.sections.iter().enumerate() {
            let sections = at.key("sections");
            let at = sections.item(i);
            if let Some(pick) = &section.pick {
                questions(&blueprint, pick, &mut pool, &at.key("pick"), out);
            }
            if let Some(items) = section.items {
                enough_items(items.kind.id(), items.count, &pool, &at.key("items"), out);
            }
        }
        included(&blueprint, &pool, at, out);
        closing(&blueprint, raw.tags(), &pool, at, out);
    });
}

impl Pool {
    /// Everything in the book; a pack draws from the library, too.
    fn of(book: &Book, scope: Scope) -> Self {
        let own = book.questions.iter().map(lowered);
        let items = book.items.iter().map(|item| item.record.kind.clone());
        let mut pool = Self {
            cards: own.chain(book.beside.cards.iter().cloned()).collect(),
            items: items.collect(),
            looks: LOOKS,
        };
        if scope != Scope::Shipped {
            let shipped = shipped::library();
            let kinds = shipped.items.iter().map(|i| i.kind().id().to_owned());
            pool.items.extend(kinds);
            pool.cards.extend(shipped.cards);
        }
        pool
    }

    fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|card| card.id.as_str() == id)
    }

    /// How many questions a pick can draw for somebody; `None` when too many were looked at before.
    fn count(&mut self, pick: &Pick, family: &str, seniority: Option<Seniority>) -> Option<usize> {
        self.looks = self.looks.checked_sub(self.cards.len())?;
        let for_field = |role: &FamilyId| role.as_str() == GENERAL || role.as_str() == family;
        let fits = |card: &&Card| {
            card.kind != Kind::Inappropriate
                && card.roles.iter().any(for_field)
                && seniority
                    .is_none_or(|s| card.seniority.is_empty() || card.seniority.contains(&s))
                && pick.fits(card)
        };
        Some(self.cards.iter().filter(fits).count())
    }
}

fn lowered(placed: &Placed<raw::Question>) -> Card {
    let question = placed.record.clone();
    card(
        &question.lower(&At::top("question"), &mut Sink::deaf()),
        None,
    )
}

fn minutes(blueprint: &Blueprint, at: &At<'_>, out: &mut Out<'_>) {
    let sum: u32 = blueprint.sections.iter().map(|s| s.minutes).sum();
    let whole = blueprint.minutes;
    if sum.abs_diff(whole) * 100 > whole * OFF_BY {
        let what = format_args!("The sections take {sum} minutes, the whole takes {whole}.");
        out.error(
            "L20",
            &at.key("minutes"),
            what,
            format_args!("Let them differ by {OFF_BY} percent at most."),
        );
    }
}

/// Whoever sits it must find enough questions: each field and each seniority that it is for.
fn questions(blueprint: &Blueprint, pick: &Pick, pool: &mut Pool, at: &At<'_>, out: &mut Out<'_>) {
    let families: Vec<&str> = match blueprint.families.as_slice() {
        [] => vec![GENERAL],
        families => families.iter().map(FamilyId::as_str).collect(),
    };
    let levels: Vec<Option<Seniority>> = match blueprint.seniority.as_slice() {
        [] => vec![None],
        levels => levels.iter().copied().map(Some).collect(),
    };
    let everybody = families
        .iter()
        .flat_map(|family| levels.iter().map(move |level| (*family, *level)));
    let counts =
        everybody.filter_map(|(family, level)| Some((pool.count(pick, family, level)?, family)));
    let Some((has, family)) = counts.min() else {
        return;
    };
    // A part about one thing has few questions; one more than it draws makes the next mock another one.
    let needs = if pick.from.is_empty() {
        TIMES * pick.count as usize
    } else {
        pick.count as usize + 1
    };
    if has < needs {
        let what = format_args!(
            "`{at}` draws {} of {has} questions for {family}; {needs} are needed.",
            pick.count
        );
        out.error(
            "L20",
            at,
            what,
            "Widen it (kinds, difficulty, topics), draw fewer, or write more questions.",
        );
    }
}

fn enough_items(kind: &str, count: u32, pool: &Pool, at: &At<'_>, out: &mut Out<'_>) {
    let has = pool.items.iter().filter(|known| *known == kind).count();
    if has < count as usize {
        let what = format_args!("`{at}` draws {count} of {has} items.");
        out.error("L20", at, what, "Draw fewer, or write more items.");
    }
}

/// Whether a question of a kind can come.
fn comes(blueprint: &Blueprint, kind: Kind, pool: &Pool) -> bool {
    blueprint.sections.iter().any(|section| {
        let drawn = section.pick.as_ref();
        let drawn = drawn.is_some_and(|pick| pick.kinds.contains(&kind));
        let fixed = |id: &String| pool.card(id).is_some_and(|card| card.kind == kind);
        drawn || section.fixed.iter().any(fixed)
    })
}

fn included(blueprint: &Blueprint, pool: &Pool, at: &At<'_>, out: &mut Out<'_>) {
    for (i, kind) in blueprint.must_include.iter().enumerate() {
        if !comes(blueprint, *kind, pool) {
            let at = at.key("must_include");
            let what = format_args!("No section can bring a {} question.", kind.id());
            out.error(
                "L20",
                &at.item(i),
                what,
                "Draw that kind in a section, or leave it out here.",
            );
        }
    }
}

/// "What questions do you have for us?" comes in every talk; a form, a lens and a test have no ears.
fn closing(blueprint: &Blueprint, tags: &[String], pool: &Pool, at: &At<'_>, out: &mut Out<'_>) {
    let nobody_asks = tags.iter().any(|tag| tag == TYPED)
        || blueprint.sections.iter().any(|s| s.takes.is_some())
        || matches!(
            blueprint.stage,
            StageId::BehavioralAssessment | StageId::Checks
        )
        || comes(blueprint, Kind::Negotiation, pool);
    if !nobody_asks && !comes(blueprint, Kind::Closing, pool) {
        let hint = format!(
            "Add a section with `pick = {{ kinds = [\"closing\"], count = 1 }}`; a mock in writing has the tag `{TYPED}`."
        );
        out.error("L20", &at.key("sections"), "The mock has no closing.", hint);
    }
}
