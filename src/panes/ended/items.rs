//! The end of a set of items: judgment questions with their reasons; or what statements say, and where they
//! disagree.

use crate::domain::library::{ItemKind, ItemTask};
use crate::domain::practice::assess::{Agreement, Fit, Set, agreements, fit};
use crate::domain::text::capital;
use crate::look::Role;
use crate::panes::items::reasons;
use crate::panes::words;
use crate::widgets::stops::Stops;

/// Writes the page.
pub fn write(set: &Set, page: &mut Stops) {
    match set.kind() {
        ItemKind::Judgment => judgments(set, page),
        ItemKind::SelfReport => statements(set, page),
    }
}

fn judgments(set: &Set, page: &mut Stops) {
    let fits: Vec<Fit> = (set.answers())
        .filter_map(|(item, response)| match &item.task {
            ItemTask::Judgment(judgment) => fit(judgment, response),
            ItemTask::Statement(_) => None,
        })
        .collect();
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
        page.gap();
        page.say(
            "Employers' keys differ. What helps is the reasons: whom an act protects, and what it leaves open.",
            Role::Dim,
        );
    });
    for slot in set.slots().iter().filter(|slot| slot.answer.is_some()) {
        page.gap();
        page.stop(|page| reasons(slot, page, false));
    }
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
            (_, false) => format!("In {pairs} of opposite statements your answers agree."),
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
    for (facet, said) in &read.facets {
        page.gap();
        page.stop(|page| {
            page.say(facet.word(), Role::Strong);
            let mut said = said.clone();
            said.sort_by_key(|(_, agreement)| std::cmp::Reverse(*agreement));
            for agreement in Agreement::ALL.into_iter().rev() {
                for (text, _) in said.iter().filter(|(_, a)| *a == agreement) {
                    page.hang(&format!("{:18}", agreement.words()), text, Role::Ink);
                }
            }
        });
    }
}
