//! One sitting as a page: by its name, its beginning, or as the last one.

use super::*;

#[test]
fn a_whole_mock_is_written_with_the_page_of_its_debrief() {
    let trial = Trial::new();
    let mut head = samples::head();
    head.shape = Some(samples::shape());
    let home = trial.home();
    home.begin_sitting(&head).expect("saved");
    for block in [samples::answer(0, "We kept the queue."), samples::rating(0)] {
        home.append_block(&head.id, &block, head.started)
            .expect("saved");
    }
    let done = trial.run(&["export", "md", "--what", "answers"]);
    assert!(done.out.contains("**Went well:** "), "{}", done.out);
    assert!(done.out.contains("### Part by part"), "{}", done.out);
    assert!(
        done.out.contains("- Plans and problems: Partly."),
        "{}",
        done.out
    );
    assert!(done.out.contains("greenroom drill --code "), "{}", done.out);
}

#[test]
fn one_sitting_is_a_page_that_can_be_printed_and_handed_on() {
    let trial = Trial::new();
    trial.put("profile.toml", "format = 1\nname = \"Lina\"\n");
    sit_at_the_gate(&trial);
    let page = trial.run(&["export", "md", "--sitting", "last"]).out;
    for words in [
        "# ",
        " 2026, ",
        ". Lina\n",
        "| Question | Level | Length |\n| --- | --- | --- |\n| ",
        "## 1. 1. What does this print",
        "Situation:\n\n```\n    for i in 0..3 {\n        say(i);\n    }\n```",
        "```\nlet a = 1;\nsay(a);\n```",
        "**Level: Partly.** One core point is not in it yet.",
        "- **not said, to learn:** Says that the end is not in\n- said: Counts aloud\n  \"say(a)\"",
        "**Next step:** Add this: ",
        "**A line to myself:** Name the number earlier.",
    ] {
        assert!(page.contains(words), "{words:?} is not in\n{page}");
    }
}

#[test]
fn one_sitting_is_written_by_its_name_its_beginning_or_as_the_last() {
    let trial = full();
    let id = trial.home().load_all(Texts::Left).sittings[0]
        .head
        .id
        .clone();
    let whole = trial.run(&["export", "md", "--sitting", id.as_str()]);
    assert!(whole.out.contains("> We kept the queue."), "{}", whole.out);
    assert!(!whole.out.contains("# Applications"), "{}", whole.out);
    for name in ["last", id.as_str().get(..12).expect("a long name")] {
        assert_eq!(
            trial.run(&["export", "md", "--sitting", name]).out,
            whole.out
        );
    }
    let none = trial.run(&["export", "md", "--sitting", "1999"]);
    assert_eq!((none.code, none.out.as_str()), (2, ""));
    assert!(
        none.said().contains(&format!("The last one is `{id}`")),
        "{}",
        none.said()
    );
    let form = trial.run(&["export", "csv", "--sitting", "last"]);
    assert_eq!(form.code, 2);
    let empty = Trial::new().run(&["export", "md", "--sitting", "last"]);
    assert!(
        empty.said().contains("There is no sitting yet."),
        "{}",
        empty.said()
    );
}
