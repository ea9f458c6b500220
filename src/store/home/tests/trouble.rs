//! Torn files, full disks, and drafts that were left.

use super::*;

#[test]
fn a_file_that_never_was_a_sitting_is_an_error_and_not_called_torn() {
    let (store, home) = home();
    store.meddle(
        "practice/2026/2026-11-23T1830-panel.toml",
        "questions = [\"Why?\"]\n",
    );
    let year = home.load_year("practice/2026", Texts::Left);
    assert!(year.sittings.is_empty() && year.torn.is_empty());
    assert_eq!(year.problems[0].severity, Severity::Error);
    assert!(
        !year.problems[0].what.contains("torn"),
        "{}",
        year.problems[0]
    );
}

#[test]
fn a_torn_sitting_shows_its_blocks_and_is_mended_by_the_next_answer() {
    let (store, home) = home();
    let id = home.begin_sitting(&head()).unwrap().id;
    let path = home
        .append_block(&id, &answer(0, "one"), at(0))
        .unwrap()
        .path;
    let whole = store.text(&path).unwrap();
    store.meddle(&path, &format!("{whole}\n[[rating]]\nindex = 0\nques"));
    let year = home.load_year("practice/2026", Texts::Kept);
    assert_eq!(year.sittings[0].blocks, [answer(0, "one")]);
    assert_eq!(year.torn, [path.as_str()]);
    assert!(
        year.problems[0].what.contains("torn"),
        "{}",
        year.problems[0]
    );
    assert_eq!(home.read_sitting(&id).unwrap().blocks.len(), 1);

    let appended = home.append_block(&id, &answer(1, "two"), at(9)).unwrap();
    assert!(
        appended
            .mended
            .unwrap()
            .what
            .contains(".torn-2026-11-23T183009")
    );
    let year = home.load_year("practice/2026", Texts::Kept);
    assert_eq!(
        year.sittings[0].blocks,
        [answer(0, "one"), answer(1, "two")]
    );
    assert_eq!(words(&year.problems), Vec::<String>::new());
}

#[test]
fn a_mistake_in_the_middle_of_a_sitting_shows_what_is_before_it() {
    let (store, home) = home();
    let id = home.begin_sitting(&head()).unwrap().id;
    home.append_block(&id, &answer(0, "one"), at(0)).unwrap();
    let path = home
        .append_block(&id, &answer(1, "two"), at(0))
        .unwrap()
        .path;
    let text = store.text(&path).unwrap();
    let at = text.rfind("words = 210").unwrap();
    let (before, after) = text.split_at(at);
    store.meddle(
        &path,
        &format!(
            "{before}words = many{}",
            after.trim_start_matches("words = 210")
        ),
    );
    let year = home.load_year("practice/2026", Texts::Kept);
    assert_eq!(year.sittings[0].blocks, [answer(0, "one")]);
    assert!(year.torn.is_empty());
    assert_eq!(year.problems[0].line_text, "words = many");
}

#[test]
fn a_block_that_could_not_be_saved_is_told_and_can_be_saved_again() {
    let (store, home) = home();
    let id = home.begin_sitting(&head()).unwrap().id;
    store.fail_at(1, ErrorKind::StorageFull);
    let error = home
        .append_block(&id, &answer(0, "one"), at(0))
        .unwrap_err();
    assert!(error.to_string().contains("the disk is full"), "{error}");
    home.append_block(&id, &answer(0, "one"), at(0)).unwrap();
    assert_eq!(home.read_sitting(&id).unwrap().blocks, [answer(0, "one")]);
}

#[test]
fn every_save_on_a_full_disk_is_told_and_keeps_the_old_text() {
    let (store, home) = home();
    home.save_entry(&a_note("old")).unwrap();
    home.save_application(&application("acme")).unwrap();
    home.save_profile(&Profile {
        pace: 99,
        ..Profile::default()
    })
    .unwrap();
    let before: Vec<_> = store
        .paths()
        .iter()
        .map(|p| (p.clone(), store.text(p)))
        .collect();
    store.fail_always(Some(ErrorKind::StorageFull));
    let mut changed = application("acme");
    changed.closed = true;
    let errors = [
        home.save_entry(&a_note("new")).unwrap_err(),
        home.save_application(&changed).unwrap_err(),
        home.save_profile(&Profile {
            pace: 77,
            ..Profile::default()
        })
        .unwrap_err(),
        home.save_config(&Config {
            bell: true,
            ..Config::default()
        })
        .unwrap_err(),
        home.begin_sitting(&head()).unwrap_err(),
        home.save_draft(&draft("text")).unwrap_err(),
        home.trash_entry(&EntryId::new("2026-11-23-note"), at(0))
            .unwrap_err(),
    ];
    for error in errors {
        assert!(error.to_string().contains("the disk is full"), "{error}");
    }
    let after: Vec<_> = store
        .paths()
        .iter()
        .map(|p| (p.clone(), store.text(p)))
        .collect();
    assert_eq!(after, before);
    store.fail_always(None);
    home.save_entry(&a_note("new")).unwrap();
    assert!(store.text(NOTE).unwrap().contains("new"));
}

fn draft(text: &str) -> Draft {
    Draft {
        owner: Owner::NewEntry,
        field: "body".into(),
        text: text.into(),
        facts: String::new(),
        caret: 3,
        saved_at: at(2),
    }
}

#[test]
fn a_draft_is_kept_offered_and_dropped() {
    let (store, first) = home();
    first.save_draft(&draft("half")).unwrap();
    first.save_draft(&draft("half a sentence")).unwrap();
    assert_eq!(store.paths(), ["drafts/new-entry-body.toml"]);
    let second = studio(&store);
    assert_eq!(second.load_small().drafts, [draft("half a sentence")]);
    first.drop_draft(&draft("").key(), at(9)).unwrap();
    first.drop_draft(&draft("").key(), at(9)).unwrap();
    assert!(store.paths().is_empty());
}

#[test]
fn a_draft_that_was_left_is_never_written_over_but_goes_to_the_trash() {
    let (store, first) = home();
    first.save_draft(&draft("left behind")).unwrap();
    let second = studio(&store);
    second.load_small();
    let path = second.save_draft(&draft("something new")).unwrap();
    let away = "trash/2026-11-23T183002/drafts/new-entry-body.toml";
    assert_eq!(store.paths(), [path.as_str(), away]);
    assert!(store.text(away).unwrap().contains("left behind"));

    let third = studio(&store);
    third.load_small();
    third.drop_draft(&draft("").key(), at(9)).unwrap();
    assert_eq!(studio(&store).load_small().drafts, []);
    assert_eq!(store.paths().len(), 2);
}

#[test]
fn two_studios_that_type_at_the_same_place_keep_two_drafts() {
    let (store, first) = home();
    let second = studio(&store);
    first.save_draft(&draft("first")).unwrap();
    second.save_draft(&draft("second")).unwrap();
    first.save_draft(&draft("first, longer")).unwrap();
    assert_eq!(studio(&store).load_small().drafts.len(), 2);
    let third = studio(&store);
    third.load_small();
    third.drop_draft(&draft("").key(), at(9)).unwrap();
    first.save_draft(&draft("first, still there")).unwrap();
    second.save_draft(&draft("second, still there")).unwrap();
    let left = studio(&store).load_small().drafts;
    let mut texts: Vec<_> = left.iter().map(|d| d.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["first, still there", "second, still there"]);
}

#[test]
fn a_removal_that_is_taken_back_holds_the_words_whose_last_save_had_failed() {
    let (store, home) = home();
    let saved = home.save_entry(&a_note("one")).unwrap();
    let commented = format!("# kept by hand\n{}", store.text(NOTE).unwrap());
    store.meddle(NOTE, &commented);
    home.trash_entry(&saved.id, at(0)).unwrap();
    home.put_entry(&a_note("one, and more")).unwrap();
    let back = store.text(NOTE).unwrap();
    assert!(back.contains("one, and more"), "{back}");
    assert!(back.contains("# kept by hand"), "{back}");
}

#[test]
fn what_could_not_be_read_again_is_not_saved() {
    let most = usize::try_from(Trust::OWN.limit).expect("it fits");
    let (store, home) = home();
    let too_long = "a".repeat(most);
    let refused = home.add_entry(&a_note(&too_long)).unwrap_err().to_string();
    assert!(
        refused.contains("could not be saved: it would be larger than 8 MiB"),
        "{refused}"
    );
    assert!(
        refused.contains("Shorten the text and save again."),
        "{refused}"
    );
    assert!(store.paths().is_empty());
    home.add_entry(&a_note("short")).unwrap();
    home.save_entry(&a_note(&too_long)).unwrap_err();
    assert!(store.text(NOTE).unwrap().contains("short"));
    let id = home.begin_sitting(&head()).unwrap().id;
    let sitting = layout::sitting(&id);
    let refused = store.append(&sitting, too_long.as_bytes()).unwrap_err();
    assert!(matches!(refused, StoreError::TooMuch { .. }), "{refused}");
    home.append_block(&id, &answer(0, "short"), at(3)).unwrap();
    // Half-typed it is kept, and offered again.
    let half = Trust::DRAFT.holds("drafts/new-entry-body.toml", most + most / 2);
    assert_eq!(half, Ok(()));
}
