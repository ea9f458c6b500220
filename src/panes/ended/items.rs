//! The end of a set of items: judgment questions with their reasons; or what statements say, and where they
//! disagree.

use crate::domain::id::CompetencyId;
use crate::domain::library::{Facet, ItemKind, ItemMode, ItemTask, Judgment, Library};
use crate::domain::order::InOrder;
use crate::domain::practice::assess::{Agreement, Fit, Response, Set, agreements, ends, fit};
use crate::domain::text::capital;
use crate::look::Role;
use crate::panes::items::reasons;
use crate::panes::words;
use crate::widgets::stops::Stops;

/// Writes the page.
pub fn write(set: &Set, library: &Library, page: &mut Stops) {
    match set.kind() {
        ItemKind::Judgment => judgments(set, library, page),
        ItemKind::SelfReport => statements(set, page),
    }
}

/// The situations that were answered, each with the answer.
fn judged(set: &Set) -> Vec<(&Judgment, &Response)> {
    let judged = set
        .answers()
        .filter_map(|(item, response)| match &item.task {
            ItemTask::Judgment(judgment) => Some((judgment, response)),
            ItemTask::Statement(_) => None,
        });
    judged.collect()
}

fn judgments(set: &Set, library: &Library, page: &mut Stops) {
    let judged = judged(set);
    let fits: Vec<Fit> = judged.iter().filter_map(|(j, r)| fit(j, r)).collect();
    page.stop(|page| {
        let all = words::count(fits.len(), "question", "questions");
        let open = set.slots().len() - fits.len();
        page.say(&format!("{all} answered{}.", left(open)), Role::Strong);
        page.gap();
        for how in [Fit::Same, Fit::Near, Fit::Other] {
            let n = fits.iter().filter(|f| **f == how).count();
            if n > 0 {
                page.say(&format!("{}: {n}", capital(how.words())), Role::Ink);
            }
        }
        for line in by_format(&judged) {
            page.say(&line, Role::Ink);
        }
        page.gap();
        page.say(
            "Employers weigh the same acts differently. What helps is the reasons: whom an act protects, and what it \
             leaves open.",
            Role::Dim,
        );
    });
    looked_for(&judged, library, page);
    for slot in set.slots().iter().filter(|slot| slot.answer.is_some()) {
        page.gap();
        page.stop(|page| reasons(slot, page, false));
    }
}

/// What can be said of each way to answer that came: of a best and a worst act, of an order, of acts rated one by one.
fn by_format(judged: &[(&Judgment, &Response)]) -> Vec<String> {
    let of = |mode: ItemMode| judged.iter().filter(move |(j, _)| j.mode == mode);
    let same = |mode: ItemMode| {
        of(mode)
            .filter(|(j, r)| fit(j, r) == Some(Fit::Same))
            .count()
    };
    let said = |mode: ItemMode| match (mode, of(mode).count()) {
        (_, 0) => None,
        (ItemMode::BestWorst, all) => {
            let ends: Vec<_> = of(mode).filter_map(|(j, r)| ends(j, r)).collect();
            let best = ends.iter().filter(|(best, _)| *best).count();
            let worst = ends.iter().filter(|(_, worst)| *worst).count();
            Some(format!(
                "Best and worst: the same best act in {best} of {all}, the same worst in {worst}."
            ))
        }
        (ItemMode::Rank, all) => Some(format!(
            "Put in order: the same order in {} of {all}.",
            same(mode)
        )),
        (ItemMode::Rate, all) => Some(format!(
            "Rated one by one: every act the same in {} of {all}.",
            same(mode)
        )),
    };
    let modes = [ItemMode::BestWorst, ItemMode::Rank, ItemMode::Rate];
    modes.into_iter().filter_map(said).collect()
}

/// What those situations look for that were not answered as the key has them, each once.
fn looked_for(judged: &[(&Judgment, &Response)], library: &Library, page: &mut Stops) {
    let otherwise = judged.iter().filter(|(j, r)| fit(j, r) != Some(Fit::Same));
    let mut found: Vec<&CompetencyId> = Vec::new();
    for id in otherwise.filter_map(|(judgment, _)| judgment.competency.as_ref()) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    let found = found
        .into_iter()
        .filter_map(|id| library.competencies.get(id.as_str()));
    let found: Vec<_> = found.collect();
    if found.is_empty() {
        return;
    }
    page.gap();
    page.stop(|page| {
        page.say("What they look for where you chose otherwise", Role::Strong);
        for competency in found {
            let line = format!("{}: {}.", competency.title, competency.definition);
            page.hang("- ", &line, Role::Ink);
        }
    });
}

fn left(open: usize) -> String {
    match open {
        0 => String::new(),
        n => format!(", {n} left open"),
    }
}

fn statements(set: &Set, page: &mut Stops) {
    let read = agreements(set.answers());
    page.stop(|page| {
        page.say(
            "A note for yourself. It stays in your folder, and there is no score.",
            Role::Dim,
        );
        page.gap();
        let pairs = words::count(read.pairs.len(), "pair", "pairs");
        let line = match (read.pairs.len(), read.disagree()) {
            (0, _) => "No two statements that say the opposite were answered.".to_owned(),
            (_, true) => "Answers disagree: which is true of you at work?".to_owned(),
            (_, false) => format!(
                "In {pairs} of opposite statements your answers fit together. Tests look for that."
            ),
        };
        page.say(&line, Role::Strong);
        if !read.disagree() && read.apart().next().is_some() {
            page.say("Only here they do not; look at them once more:", Role::Ink);
        }
        for pair in read.apart() {
            page.gap();
            for (text, agreement) in [&pair.one, &pair.other] {
                page.hang("- ", &format!("{text} {}.", agreement.words()), Role::Ink);
            }
        }
    });
    page.gap();
    page.stop(|page| {
        page.say("With a hundred of them", Role::Strong);
        page.say(
            "A long test says each thing two or three times in other words and looks whether the answers fit. Think of \
             the last months at work, of one place, and answer at once. Nobody is \"Very like me\" in everything.",
            Role::Ink,
        );
        page.say(
            "An interviewer may ask for the event behind what you ticked at either end. Have one ready.",
            Role::Ink,
        );
    });
    for (facet, said) in &read.facets {
        page.gap();
        page.stop(|page| {
            page.say(facet.word(), Role::Strong);
            page.say(read_as(*facet), Role::Dim);
            let mut said = said.clone();
            said.order_by_key(|(_, agreement)| std::cmp::Reverse(*agreement));
            for agreement in Agreement::ALL.into_iter().rev() {
                for (text, _) in said.iter().filter(|(_, a)| *a == agreement) {
                    page.hang(&format!("{:18}", agreement.words()), text, Role::Ink);
                }
            }
        });
    }
}

/// What an employer wants to know of a side of the way one works.
const fn read_as(facet: Facet) -> &'static str {
    match facet {
        Facet::Structure => {
            "They read how much order you need, and how you do where there is none."
        }
        Facet::Pace => "They read what comes first for you when time is short, speed or care.",
        Facet::People => "They read how much of the day you want to spend with others.",
        Facet::Change => "They read how you take to a new way while the old one still works.",
        Facet::Detail => "They read whether you see to the last figure or to the whole.",
        Facet::Calm => "They read what pressure does to you, and to the people beside you.",
        Facet::Lead => "They read whether you go in front, and whether you can follow.",
        Facet::Rules => "They read when you would leave a rule, and whom you would tell.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::level::Level;
    use crate::domain::library::ItemOption;

    fn judgment(mode: ItemMode) -> Judgment {
        let option = |level| ItemOption {
            text: String::new(),
            level,
            why: String::new(),
        };
        Judgment {
            situation: String::new(),
            family: None,
            competency: None,
            mode,
            options: vec![option(Level::Strong), option(Level::NotYet)],
        }
    }

    #[test]
    fn each_way_to_answer_is_told_in_its_own_words_and_one_that_did_not_come_is_not() {
        let (ends, order) = (judgment(ItemMode::BestWorst), judgment(ItemMode::Rank));
        let rated = judgment(ItemMode::Rate);
        let chosen = Response::BestWorst { best: 1, worst: 1 };
        let placed = Response::Rank(vec![1, 2]);
        let each = Response::Rate(vec![Level::Strong, Level::Partly]);
        assert_eq!(
            by_format(&[(&ends, &chosen), (&order, &placed)]),
            [
                "Best and worst: the same best act in 1 of 1, the same worst in 0.",
                "Put in order: the same order in 1 of 1.",
            ]
        );
        let only = by_format(&[(&rated, &each)]);
        assert_eq!(only, ["Rated one by one: every act the same in 0 of 1."]);
    }
}
