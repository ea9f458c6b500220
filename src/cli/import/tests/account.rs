//! What a dry run tells of a list, and what is never lost in it or shown by chance.

use super::Desk;
use crate::cli::trial::Trial;

/// A page as a coach keeps it: labels, then plain headings and numbers.
const PAGE: &str = "Q: What is your greatest weakness?\nA: something real\n\nQ: What do your references say about you?\n\nOther\n26. Describe your ideal manager.\n27. How do you feel about overtime at year end?\n28. Why should we hire you?\n";

#[test]
fn a_question_behind_a_number_is_never_part_of_an_answer() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("q.md", PAGE);
    let done = trial.run(&["import", &list, "--dry-run"]);
    for line in [
        format!("{list}:1-2: question: What is your greatest weakness? ("),
        "    answer: something real\n".to_owned(),
        format!("{list}:6: heading: Other\n"),
        format!("{list}:7: question: Describe your ideal manager. ("),
        format!("{list}:9: question: Why should we hire you? ("),
        "5 questions, 1 answer.".to_owned(),
    ] {
        assert!(done.out.contains(&line), "{line}\n{}", done.out);
    }
}

#[test]
fn a_dry_run_accounts_for_every_line_with_words() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let page = include_str!("../../../../tests/lists/coach-page.md");
    let list = desk.list("page.md", page);
    let done = trial.run(&["import", &list, "--dry-run"]);
    let mut told = vec![false; page.lines().count() + 1];
    for place in done
        .out
        .lines()
        .filter_map(|l| l.strip_prefix(&format!("{list}:")))
    {
        let (range, _) = place.split_once(':').unwrap_or((place, ""));
        let (from, until) = range.split_once('-').unwrap_or((range, range));
        if let (Ok(from), Ok(until)) = (from.parse::<usize>(), until.parse::<usize>()) {
            told[from..=until].fill(true);
        }
    }
    for (line, number) in page.lines().zip(1..) {
        assert!(
            told[number] || !line.contains(char::is_alphanumeric),
            "{number}: {line}\n{}",
            done.out
        );
    }
    for line in [
        "left out: a note for yourself",
        "left out: the number of a page",
        "left out: for you to ask them",
        "heading: Money & law",
        "How do you handle VAT returns / deadlines (situational; Money & law)",
        "You have a gap from 2019 to 2021. What were you doing? (sensitive; SENSITIVE)",
        "    follow-up: What do you do when the bank does not agree?",
    ] {
        assert!(done.out.contains(line), "{line}\n{}", done.out);
    }
}

#[test]
fn an_answer_that_seems_to_hold_questions_is_named() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list(
        "pen.md",
        "Q: Sell me this pen.\nA: I would begin so:\n\n- What do you write?\n- Who else buys?\n\nQ: Why us?\nA: So.\n",
    );
    let dry = trial.run(&["import", &list, "--dry-run"]);
    assert!(
        dry.out
            .contains("2 lines of this answer look like questions"),
        "{}",
        dry.out
    );
    let done = trial.run(&["import", &list]);
    assert!(
        done.out.contains("2 lines of the answers may be questions"),
        "{}",
        done.out
    );
}

/// A table with a column for nobody but the coach.
const TABLE: &str = "No.;Question;What I want to hear;Notes (Ruth only)\n1;Tell me about yourself;Present, past, future;talks too long\n2;\"Why did you leave \"\"Baker & Sons\"\"?\";Redundancy, plain;don't let her cry again\n";

#[test]
fn a_private_column_is_never_the_answer() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("e.csv", TABLE);
    let done = trial.run(&["import", &list]);
    let said = done.out.replace("\n  ", " ");
    assert!(
        said.contains("Columns: Question = question, What I want to hear = answer. Not taken: No., Notes (Ruth only)."),
        "{}",
        done.out
    );
    let pack = trial.text("packs/e.toml");
    assert!(pack.contains("notes = \"Redundancy, plain\""), "{pack}");
    assert!(
        !pack.contains("cry") && !pack.contains("too long"),
        "{pack}"
    );
    let notes = desk.list(
        "n.csv",
        "Question,Answer,Notes\nWhy nights?,The quiet,never says it\n",
    );
    trial.run(&["import", &notes]);
    assert!(!trial.text("packs/n.toml").contains("never says it"));
}

#[test]
fn the_column_with_the_answers_can_be_named() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("e.csv", TABLE);
    let done = trial.run(&[
        "import",
        &list,
        "--answer",
        "notes (ruth only)",
        "--dry-run",
    ]);
    assert!(
        done.out.contains("    answer: talks too long"),
        "{}",
        done.out
    );
    let done = trial.run(&["import", &list, "--answer", "Reply"]);
    assert_eq!(done.code, 1);
    let said = done.said();
    assert!(
        said.contains("no column `Reply`") && said.contains("`What I want to hear`"),
        "{said}"
    );
    let table = desk.list(
        "t.md",
        "| Question | Mine |\n|---|---|\n| Why nights? | The quiet |\n",
    );
    let done = trial.run(&["import", &table, "--answer", "Mine", "--dry-run"]);
    assert!(done.out.contains("    answer: The quiet"), "{}", done.out);
}

#[test]
fn a_pack_has_the_title_that_stands_above_its_questions_or_the_name_of_the_file() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list(
        "Bea_questions.md",
        "1. Why nights?\n2. What is a ledger?\n\nSENSITIVE\n---------\n3. Why did you leave?\n",
    );
    trial.run(&["import", &list]);
    let pack = trial.text("packs/bea-questions.toml");
    assert!(pack.contains("title = \"Bea questions\""), "{pack}");
}

#[test]
fn what_only_the_coach_reads_is_not_asked() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list(
        "page.md",
        "6) “Tell me about a time you found an error.”\n   (Bea: the double-paid invoice - STAR!)\n7) How do you read a report?\n   - What do you not understand?\n     A: two facts\n\n• Have you ever missed a deadline?\n\nFor the client to ask\n\n- How big is the team?\n",
    );
    trial.run(&["import", &list]);
    let pack = trial.text("packs/page.toml");
    for line in [
        "text = \"Tell me about a time you found an error.\"",
        "notes = \"(Bea: the double-paid invoice - STAR!)\"",
        "{ text = \"What do you not understand?\", ",
        "notes = \"two facts\"",
        "text = \"Have you ever missed a deadline?\"",
    ] {
        assert!(pack.contains(line), "{line}\n{pack}");
    }
    assert!(!pack.contains("How big is the team?"), "{pack}");
}
