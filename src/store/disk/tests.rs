//! The real store on a real folder: private, durable in its steps, careful with what others wrote.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use tempfile::TempDir;

use super::*;

const FILE: &str = "journal/2026/a.toml";

fn home() -> (TempDir, Disk) {
    let dir = tempfile::tempdir().unwrap();
    let disk = Disk::new(dir.path().join("home"));
    (dir, disk)
}

fn text(disk: &Disk, path: &str) -> String {
    let (bytes, _) = disk.read(path, Trust::OWN).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn mode(disk: &Disk, path: &str) -> u32 {
    fs::metadata(disk.root().join(path)).unwrap().mode() & 0o777
}

fn names(disk: &Disk, folder: &str) -> Vec<String> {
    let items = disk.list(folder).unwrap();
    items.into_iter().map(|i| i.name).collect()
}

#[test]
fn what_is_made_is_private_and_nothing_else_is_left() {
    let (_dir, disk) = home();
    disk.create(FILE, b"one").unwrap();
    disk.write(FILE, b"two", None).unwrap();
    assert_eq!(text(&disk, FILE), "two");
    assert_eq!(mode(&disk, FILE), 0o600);
    for folder in ["", "journal", "journal/2026"] {
        assert_eq!(mode(&disk, folder), 0o700, "{folder}");
    }
    assert_eq!(names(&disk, "journal/2026"), ["a.toml"]);
}

#[test]
fn a_folder_that_the_program_makes_tells_git_what_to_leave_out() {
    let (_dir, disk) = home();
    let (name, told) = layout::IGNORED;
    let again = || Disk::new(disk.root()).with_first(name, told);
    again().create(FILE, b"one").unwrap();
    assert_eq!(
        text(&disk, name),
        ".pressed\n/drafts/\n/trash/\n/recordings/\n"
    );
    // Who takes it out or changes it has it their way.
    fs::write(disk.root().join(name), "mine").unwrap();
    again().write(FILE, b"two", None).unwrap();
    assert_eq!(text(&disk, name), "mine");
    fs::remove_file(disk.root().join(name)).unwrap();
    again().write(FILE, b"three", None).unwrap();
    assert_eq!(names(&disk, ""), ["journal"]);
}

#[test]
fn a_folder_of_ones_own_gets_no_file_for_git_unless_it_is_new() {
    let (name, told) = layout::IGNORED;
    for (there, expected) in [("notes", ["journal", "notes"]), (".git", [".git", name])] {
        let (_dir, disk) = home();
        fs::create_dir_all(disk.root().join(there)).unwrap();
        let disk = Disk::new(disk.root()).with_first(name, told);
        disk.create(FILE, b"one").unwrap();
        assert!(
            names(&disk, "").starts_with(&expected.map(str::to_owned)),
            "{there}"
        );
    }
}

#[test]
fn a_new_file_never_takes_the_place_of_another() {
    let (_dir, disk) = home();
    disk.create(FILE, b"mine").unwrap();
    let error = disk.create(FILE, b"yours").unwrap_err();
    assert_eq!(error, StoreError::Exists { file: FILE.into() });
    assert_eq!(text(&disk, FILE), "mine");
}

#[test]
fn a_file_changed_by_somebody_else_is_not_overwritten() {
    let (_dir, disk) = home();
    let stamp = disk.create(FILE, b"mine").unwrap();
    fs::write(disk.root().join(FILE), "theirs").unwrap();
    let error = disk.write(FILE, b"mine too", Some(&stamp)).unwrap_err();
    assert_eq!(error, StoreError::Conflict { file: FILE.into() });
    assert_eq!(text(&disk, FILE), "theirs");
    assert_eq!(names(&disk, "journal/2026"), ["a.toml"]);
}

#[test]
fn a_file_that_was_only_touched_is_still_the_same() {
    let (_dir, disk) = home();
    let stamp = disk.create(FILE, b"mine").unwrap();
    let at = disk.root().join(FILE);
    fs::copy(&at, at.with_extension("swap")).unwrap();
    fs::rename(at.with_extension("swap"), &at).unwrap();
    disk.write(FILE, b"mine too", Some(&stamp)).unwrap();
    assert_eq!(text(&disk, FILE), "mine too");
}

#[test]
fn a_save_keeps_the_mode_and_the_link_of_a_file() {
    let (dir, disk) = home();
    disk.create("profile.toml", b"one").unwrap();
    let real = dir.path().join("dotfiles.toml");
    fs::rename(disk.root().join("profile.toml"), &real).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, disk.root().join("profile.toml")).unwrap();
    disk.write("profile.toml", b"two", None).unwrap();
    let link = fs::symlink_metadata(disk.root().join("profile.toml")).unwrap();
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "two");
    assert_eq!(fs::metadata(&real).unwrap().mode() & 0o777, 0o640);
}

#[test]
fn blocks_are_appended_only_to_a_complete_file() {
    let (_dir, disk) = home();
    disk.create("practice/2026/s.toml", b"a = 1\nend = true\n")
        .unwrap();
    disk.append("practice/2026/s.toml", b"\n[[x]]\nend = true\n")
        .unwrap();
    let whole = "a = 1\nend = true\n\n[[x]]\nend = true\n";
    assert_eq!(text(&disk, "practice/2026/s.toml"), whole);

    fs::write(disk.root().join("practice/2026/s.toml"), "a = 1\nend = tr").unwrap();
    let error = disk
        .append("practice/2026/s.toml", b"\n[[x]]\nend = true\n")
        .unwrap_err();
    assert!(error.to_string().contains("greenroom repair"), "{error}");
    assert_eq!(text(&disk, "practice/2026/s.toml"), "a = 1\nend = tr");
}

#[test]
fn an_editor_that_took_the_last_line_end_does_not_spoil_the_next_block() {
    let (_dir, disk) = home();
    disk.create("practice/s.toml", b"end = true").unwrap();
    disk.append("practice/s.toml", b"[[x]]\nend = true\n")
        .unwrap();
    assert_eq!(
        text(&disk, "practice/s.toml"),
        "end = true\n[[x]]\nend = true\n"
    );
}

#[test]
fn a_block_for_a_file_that_is_gone_makes_no_headless_file() {
    let (_dir, disk) = home();
    disk.create("practice/2026/other.toml", b"end = true\n")
        .unwrap();
    let error = disk
        .append("practice/2026/s.toml", b"end = true\n")
        .unwrap_err();
    assert!(matches!(error, StoreError::Missing { .. }), "{error}");
}

#[test]
fn after_a_failed_append_the_whole_file_is_written_anew() {
    let (_dir, disk) = home();
    let path = "practice/2026/s.toml";
    disk.create(path, b"end = true\n").unwrap();
    let inode = || fs::metadata(disk.root().join(path)).unwrap().ino();
    let before = inode();
    disk.append(path, b"[[x]]\nend = true\n").unwrap();
    assert_eq!(inode(), before);
    let at = disk.root().join(path);
    disk.doubts().insert(at, Stamp::of(&[], None));
    disk.append(path, b"[[y]]\nend = true\n").unwrap();
    assert_ne!(inode(), before);
    assert_eq!(
        text(&disk, path),
        "end = true\n[[x]]\nend = true\n[[y]]\nend = true\n"
    );
    let after = inode();
    disk.append(path, b"[[z]]\nend = true\n").unwrap();
    assert_eq!(inode(), after);
}

#[test]
fn a_text_that_the_disk_did_not_confirm_is_not_taken_for_somebody_elses() {
    let (_dir, disk) = home();
    let first = disk.create(FILE, b"one").unwrap();
    let second = disk.write(FILE, b"two", None).unwrap();
    let at = disk.root().join(FILE);
    disk.doubts().insert(at, second);
    disk.write(FILE, b"three", Some(&first)).unwrap();
    assert_eq!(text(&disk, FILE), "three");
}

#[test]
fn pipes_links_out_and_large_files_are_refused_without_waiting() {
    let (dir, disk) = home();
    disk.create("packs/good.toml", b"good").unwrap();
    let packs = disk.root().join("packs");
    fs::write(dir.path().join("secret.toml"), "secret").unwrap();
    symlink(dir.path().join("secret.toml"), packs.join("link.toml")).unwrap();
    symlink(dir.path(), packs.join("up")).unwrap();
    let pipe = packs.join("pipe.toml");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &pipe,
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from_raw_mode(0o600),
        0,
    )
    .unwrap();
    fs::write(packs.join("big.toml"), vec![b'#'; (1 << 20) + 1]).unwrap();
    let read = |path: &str| disk.read(path, Trust::PACK);
    assert!(read("packs/good.toml").is_ok());
    for path in ["packs/link.toml", "packs/pipe.toml", "packs/up/secret.toml"] {
        let error = read(path).unwrap_err();
        assert_eq!(error, StoreError::NotPlain { file: path.into() });
    }
    let error = read("packs/big.toml").unwrap_err();
    assert!(error.to_string().contains("at most 1 MiB"), "{error}");
    let folder = disk.read("packs", Trust::OWN).unwrap_err();
    assert_eq!(
        folder,
        StoreError::NotPlain {
            file: "packs".into()
        }
    );
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let (_dir, disk) = home();
    for path in ["../a", "/etc/passwd", "a/../../b"] {
        let refused = StoreError::Refused { file: path.into() };
        assert_eq!(disk.read(path, Trust::OWN).unwrap_err(), refused);
        assert_eq!(disk.create(path, b"").unwrap_err(), refused);
        assert_eq!(disk.write(path, b"", None).unwrap_err(), refused);
        assert_eq!(disk.append(path, b"").unwrap_err(), refused);
        assert_eq!(disk.remove(path).unwrap_err(), refused);
    }
}

#[test]
fn a_moved_file_takes_no_other_ones_place() {
    let (_dir, disk) = home();
    disk.create(FILE, b"a").unwrap();
    disk.create("trash/t/journal/2026/a.toml", b"b").unwrap();
    let error = disk
        .rename(FILE, "trash/t/journal/2026/a.toml")
        .unwrap_err();
    assert!(matches!(error, StoreError::Exists { .. }), "{error}");
    disk.rename(FILE, "trash/u/journal/2026/a.toml").unwrap();
    assert_eq!(text(&disk, "trash/u/journal/2026/a.toml"), "a");
    assert_eq!(names(&disk, "journal/2026"), Vec::<String>::new());
}

#[test]
fn records_are_never_removed() {
    let (_dir, disk) = home();
    disk.create(FILE, b"a").unwrap();
    disk.create("drafts/a.toml", b"a").unwrap();
    let refused = disk.remove(FILE).unwrap_err();
    assert_eq!(refused, StoreError::Refused { file: FILE.into() });
    disk.remove("drafts/a.toml").unwrap();
    assert_eq!(names(&disk, "drafts"), Vec::<String>::new());
}

#[test]
fn a_folder_where_a_file_should_be_is_told_and_nothing_is_left() {
    let (_dir, disk) = home();
    disk.create("journal", b"not a folder").unwrap();
    let error = disk.create(FILE, b"a").unwrap_err();
    assert!(
        error
            .to_string()
            .contains("a file stands where a folder is needed"),
        "{error}"
    );
    assert_eq!(names(&disk, ""), ["journal"]);
}

#[test]
fn studios_that_save_at_once_lose_nothing() {
    let (dir, _) = home();
    let root = dir.path().join("home");
    std::thread::scope(|scope| {
        for studio in 0..3 {
            let disk = Disk::new(&root);
            scope.spawn(move || {
                for round in 0..10 {
                    let mut n = 1;
                    let text = format!("studio {studio} round {round}");
                    while disk
                        .create(&format!("journal/{n}.toml"), text.as_bytes())
                        .is_err()
                    {
                        n += 1;
                    }
                }
            });
        }
    });
    let disk = Disk::new(&root);
    let mut texts: Vec<String> = names(&disk, "journal")
        .iter()
        .map(|name| text(&disk, &format!("journal/{name}")))
        .collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 30);
}

#[test]
fn what_was_done_to_a_file_shows_from_outside_though_its_time_is_set_back() {
    let (_dir, disk) = home();
    disk.create(FILE, b"one").unwrap();
    symlink("a.toml", disk.root().join("journal/2026/link.toml")).unwrap();
    let seen = || {
        let survey = disk.survey("journal/2026").unwrap();
        let names: Vec<_> = survey.iter().map(|(item, _)| item.name.clone()).collect();
        assert_eq!(names, ["a.toml", "link.toml"]);
        assert_eq!(survey[1].1, None, "a link may lead to anything");
        survey[0].1.expect("a regular file")
    };
    let before = seen();
    assert_eq!(before.size, 3);
    let path = disk.root().join(FILE);
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, "two").unwrap();
    let long_ago = time - std::time::Duration::from_secs(1_000);
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(long_ago).unwrap();
    let after = seen();
    assert!(!after.is_same_text(&before));
    file.set_modified(time).unwrap();
    let back = seen();
    assert!(back.is_same_text(&before), "so a sync tool would leave it");
    assert!(back.changed >= before.changed);
    assert!(!back.is_older_than(&before), "but it was touched since");
    assert!(disk.survey("practice").unwrap().is_empty());
}

#[cfg(unix)]
#[test]
fn a_file_is_held_by_one_studio_until_it_lets_go_and_both_write_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let (one, other) = (Disk::new(dir.path()), Disk::new(dir.path()));
    one.create("a.toml", b"end = true\n").expect("made");
    let held = one.hold("a.toml").expect("nobody else has it");
    assert!(other.hold("a.toml").is_none());
    other
        .append("a.toml", b"b = 1\nend = true\n")
        .expect("added");
    one.append("a.toml", b"c = 1\nend = true\n").expect("added");
    drop(held);
    assert!(other.hold("a.toml").is_some());
    assert!(one.hold("not-there.toml").is_some(), "it is made later");
}
