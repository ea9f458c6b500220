//! Which path holds what, and where the user's folder is.
//!
//! Nothing else in the program spells a path of the user's folder. Paths are relative, with `/`.

mod recorded;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};

use super::error::StoreError;
use crate::content::mine;
use crate::domain::id::{ApplicationId, EntryId, SittingId, StoryId, slug};
use crate::domain::time::Wall;

pub use recorded::{is_recording_of, recording, recording_name};

/// Looks and manners, in the settings folder.
pub const CONFIG: &str = "config.toml";
/// Who practices.
pub const PROFILE: &str = "profile.toml";
/// Who would speak for them, and their papers.
pub const CHECKS: &str = "checks.toml";
/// The user's own questions.
pub const MINE: &str = mine::FILE;
/// The folder of the user's own questions.
pub const QUESTIONS: &str = "questions";
/// What the user changed on library records.
pub const OVERLAY: &str = "overlay.toml";
/// One file for each application.
pub const APPLICATIONS: &str = "applications";
/// One file for each story.
pub const STORIES: &str = "stories";
/// One folder for each year.
pub const JOURNAL: &str = "journal";
/// One folder for each year.
pub const PRACTICE: &str = "practice";
/// Half-typed text.
pub const DRAFTS: &str = "drafts";
/// What was deleted, and copies taken before a repair.
pub const TRASH: &str = "trash";
/// Pages written for other people.
pub const EXPORTS: &str = "exports";
/// What was recorded of answers that were spoken.
pub const RECORDINGS: &str = "recordings";
/// Added packs.
pub const PACKS: &str = "packs";
/// Homes of friends who practice at this computer.
pub const FRIENDS: &str = "friends";

/// Folders whose files lie in them and not in one for each year, and that are looked at for changes of others.
pub const FLAT: [&str; 4] = [APPLICATIONS, STORIES, QUESTIONS, PACKS];

/// The name of files that hold what was read of a folder the last time; only copies.
pub const PRESSED_NAME: &str = ".pressed";

/// What a new folder tells git to leave out: copies for speed, and what comes and goes by itself.
pub const IGNORED: (&str, &str) = (".gitignore", ".pressed\n/drafts/\n/trash/\n/recordings/\n");

/// `practice/2026/.pressed`: what was read of that folder the last time.
pub fn pressed(folder: &str) -> String {
    in_folder(folder, PRESSED_NAME)
}

/// `applications/acme-engineer.toml`.
pub fn application(id: &ApplicationId) -> String {
    format!("{APPLICATIONS}/{id}.toml")
}

/// `stories/the-queue-i-kept.toml`.
pub fn story(id: &StoryId) -> String {
    format!("{STORIES}/{id}.toml")
}

/// `journal/2026/2026-11-23-acme-panel.toml`; without a year in the name `journal/<id>.toml`.
pub fn entry(id: &EntryId) -> String {
    in_year(JOURNAL, id.as_str())
}

/// `practice/2026/2026-11-23T1830-panel.toml`.
pub fn sitting(id: &SittingId) -> String {
    in_year(PRACTICE, id.as_str())
}

/// `friends/sam`: letters and figures of any script stay.
pub fn friend(name: &str) -> String {
    let sign = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let lower = name.trim().to_lowercase();
    let name: String = lower.chars().map(sign).take(40).collect();
    format!("{FRIENDS}/{name}")
}

/// `exports/2026-11-23T1830-panel.md`.
pub fn page(name: &str) -> String {
    format!("{EXPORTS}/{name}.md")
}

/// `exports/hand-in-2026-11-23-panel.toml`.
pub fn exported(name: &str) -> String {
    format!("{EXPORTS}/{name}.toml")
}

/// How the names of files for a coach, and of those from one, begin.
const POSTS: [&str; 2] = ["hand-in-", "return-"];

/// Whether a name is that of a file for a coach, or from one.
pub fn is_post(name: &str) -> bool {
    is_toml(name) && POSTS.iter().any(|start| name.starts_with(start))
}

/// Whether a name is that of a file from a coach.
pub fn is_return(name: &str) -> bool {
    let [_, back] = POSTS;
    is_toml(name) && name.starts_with(back)
}

/// The name, without its end, of the answer to a hand-in.
pub fn return_name(hand_in: &Path) -> String {
    let [own, back] = POSTS;
    let stem = hand_in.file_stem().unwrap_or_default().to_string_lossy();
    format!("{back}{}", stem.strip_prefix(own).unwrap_or(&stem))
}

/// `packs/night-shift.toml`.
pub fn pack(id: &str) -> String {
    format!("{PACKS}/{id}.toml")
}

/// `packs/night-shift/questions/first.toml`.
pub fn pack_part(id: &str, part: &str) -> String {
    format!("{PACKS}/{id}/{part}")
}

fn in_year(folder: &str, id: &str) -> String {
    match id.split_once('-') {
        Some((year, _)) if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{folder}/{year}/{id}.toml")
        }
        _ => format!("{folder}/{id}.toml"),
    }
}

/// The name without folders.
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The name without folders and `.toml`.
pub fn stem(path: &str) -> &str {
    let name = name(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

/// Whether a name is one of the user's records. Other ends (`.torn-…`, `.broken-…`) are set aside.
pub fn is_toml(path: &str) -> bool {
    path.strip_suffix(".toml").is_some()
}

/// The folder a path lies in; empty for the top.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The path of a name in a folder; an empty folder is the top.
pub fn in_folder(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

/// Whether a path stays inside the user's folder: plain names only.
pub fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && path
            .split('/')
            .all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']))
        && (cfg!(unix) || !path.contains(':'))
}

/// Whether something may be removed for good: drafts, trash, recordings, temporary files.
pub fn may_remove(path: &str) -> bool {
    let top = path.split('/').next().unwrap_or(path);
    is_inside(path) && path != top && matches!(top, DRAFTS | TRASH | RECORDINGS)
        || is_temporary(path)
}

/// Whether it is a temporary file of this program: `.name.toml.<process>-<random>.tmp`.
pub fn is_temporary(path: &str) -> bool {
    writer_of(path).is_some()
}

/// The process that made a temporary file.
pub fn writer_of(path: &str) -> Option<u32> {
    let name = path.rsplit('/').next()?;
    let inner = name.strip_prefix('.')?.strip_suffix(".tmp")?;
    let (_, tag) = inner.rsplit_once('.')?;
    tag.split_once('-')?.0.parse().ok()
}

/// What the name of a temporary file begins with; six random characters and [`TEMPORARY_END`] follow.
pub fn temporary_start(name: &str, process: u32) -> String {
    format!(".{name}.{process}-")
}

/// What the name of a temporary file ends with.
pub const TEMPORARY_END: &str = ".tmp";

/// Whether a sync tool or an editor made this second copy of a file.
///
/// Dropbox: `a (Ann's conflicted copy 2026-11-01).toml`; Syncthing: `a.sync-conflict-20261101-101010-ABCDEFG.toml`;
/// editors: `a.toml~`.
pub fn is_conflict_copy(name: &str) -> bool {
    name.contains("conflicted copy") || name.contains(".sync-conflict-") || name.ends_with('~')
}

/// Whether a file has its name for what it is, and not for one of many: a second one beside it would mean nothing.
pub fn is_one_of_its_kind(path: &str) -> bool {
    [CONFIG, PROFILE, CHECKS, OVERLAY, MINE].contains(&path) || path.starts_with("packs/")
}

/// A name for an entry: the day and a few words, `2026-11-23-acme-panel`.
pub fn entry_name(date: NaiveDate, words: &str) -> String {
    format!("{}-{}", day(date), slug(words, "note"))
}

/// A name for a note, from its first words.
pub fn note_name(date: NaiveDate, body: &str) -> String {
    const WORDS: usize = 6;
    let words: Vec<&str> = body.split_whitespace().take(WORDS).collect();
    entry_name(date, &words.join(" "))
}

/// A name for a sitting: when it began and what it is for, `2026-11-23T1830-panel`.
pub fn sitting_name(started: Wall, words: &str) -> String {
    let date = started.date_naive();
    format!(
        "{}T{}-{}",
        day(date),
        started.format("%H%M"),
        slug(words, "drill")
    )
}

/// A name for an application: `acme-senior-engineer`.
pub fn application_name(employer: &str, role: &str) -> String {
    slug(&format!("{employer} {role}"), "application")
}

/// A name for a story: `the-queue-i-kept`.
pub fn story_name(title: &str) -> String {
    slug(title, "story")
}

/// Years always take four digits in names, so that names sort by time.
fn day(date: NaiveDate) -> String {
    let year = date.year().clamp(0, 9999);
    format!("{year:04}-{:02}-{:02}", date.month(), date.day())
}

/// The `n`-th name to try when names are taken: `panel`, `panel-2`, `panel-3`.
pub fn nth_name(name: &str, n: u32) -> String {
    match n {
        0 | 1 => name.to_owned(),
        n => format!("{name}-{n}"),
    }
}

/// The same for a path: `journal/a.toml`, `journal/a-2.toml`.
pub fn nth_path(path: &str, n: u32) -> String {
    match path.strip_suffix(".toml") {
        Some(start) => format!("{}.toml", nth_name(start, n)),
        None => nth_name(path, n),
    }
}

/// The first name that is not taken: `panel`, `panel-2`, `panel-3`.
pub fn free_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut n = 1;
    loop {
        let tried = nth_name(name, n);
        if !taken(&tried) {
            return tried;
        }
        n += 1;
    }
}

/// The name of the user's folder where nobody names another.
const USUAL: &str = "greenroom";

/// The user's folder and the folder of their settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Journal, practice, applications and all the rest.
    pub home: PathBuf,
    /// Where `config.toml` lies.
    pub settings: PathBuf,
}

impl Places {
    /// The name of the user's folder, where it is not the usual one; its settings lie in it then.
    pub fn name(&self) -> Option<String> {
        // On some systems the usual one holds the settings, too.
        let named = |name: &&std::ffi::OsStr| self.home == self.settings && *name != USUAL;
        let name = self.home.file_name().filter(named);
        name.map(|name| crate::domain::text::one_line(&name.to_string_lossy()))
    }
}

/// What the command line and the environment say about folders.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// `--home DIR`.
    pub flag: Option<PathBuf>,
    /// `$GREENROOM_HOME`.
    pub greenroom_home: Option<OsString>,
    /// `$XDG_DATA_HOME`.
    pub xdg_data_home: Option<OsString>,
    /// `$XDG_CONFIG_HOME`.
    pub xdg_config_home: Option<OsString>,
}

/// Finds the user's folder: `--home`, `$GREENROOM_HOME`, then the data folder of the platform.
///
/// `platform` gives the data and settings folders of the platform ([`platform_folders`]). Empty values and
/// relative `$XDG_…` values count as unset, as the XDG base directory specification says.
///
/// # Errors
///
/// [`StoreError::NoHome`] when nothing names a folder.
pub fn places(
    wishes: &Wishes,
    platform: impl FnOnce() -> Option<(PathBuf, PathBuf)>,
) -> Result<Places, StoreError> {
    let named = wishes
        .flag
        .clone()
        .or_else(|| wishes.greenroom_home.clone().map(PathBuf::from))
        .filter(|p| !p.as_os_str().is_empty());
    if let Some(home) = named {
        let home = std::path::absolute(&home).unwrap_or(home);
        return Ok(Places {
            settings: home.clone(),
            home,
        });
    }
    let absolute = |value: &Option<OsString>| {
        value
            .as_ref()
            .map(PathBuf::from)
            .filter(|p| p.is_absolute())
    };
    let (data, settings) = (
        absolute(&wishes.xdg_data_home),
        absolute(&wishes.xdg_config_home),
    );
    let (data, settings) = match (data, settings) {
        (Some(data), Some(settings)) => (data, settings),
        (data, settings) => {
            let known = platform();
            let (d, s) = known.map_or((None, None), |(d, s)| (Some(d), Some(s)));
            match (data.or(d), settings.or(s)) {
                (Some(data), Some(settings)) => (data, settings),
                (Some(only), None) | (None, Some(only)) => (only.clone(), only),
                (None, None) => return Err(StoreError::NoHome),
            }
        }
    };
    let own = |base: &Path| base.join(USUAL);
    Ok(Places {
        home: own(&data),
        settings: own(&settings),
    })
}

/// The data and settings folders of this platform: XDG on Unix and macOS, `AppData` on Windows.
pub fn platform_folders() -> Option<(PathBuf, PathBuf)> {
    use etcetera::BaseStrategy as _;
    let base = etcetera::choose_base_strategy().ok()?;
    Some((base.data_dir(), base.config_dir()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(flag: Option<&str>, home: &str, data: &str, config: &str) -> Wishes {
        Wishes {
            flag: flag.map(PathBuf::from),
            greenroom_home: Some(home.into()),
            xdg_data_home: Some(data.into()),
            xdg_config_home: Some(config.into()),
        }
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "stands in for a function that may find none"
    )]
    fn platform() -> Option<(PathBuf, PathBuf)> {
        Some(("/p/data".into(), "/p/config".into()))
    }

    #[test]
    fn the_flag_wins_over_the_environment_and_takes_the_settings_with_it() {
        let places = places(&wish(Some("/f"), "/g", "/d", "/c"), platform).unwrap();
        assert_eq!(places.name().as_deref(), Some("f"));
        assert_eq!((places.home, places.settings), ("/f".into(), "/f".into()));
    }

    #[test]
    fn empty_and_relative_values_count_as_unset() {
        let found = places(&wish(None, "", "data", ""), platform).unwrap();
        assert_eq!(found.home, PathBuf::from("/p/data/greenroom"));
        assert_eq!(found.settings, PathBuf::from("/p/config/greenroom"));
        let found = places(&wish(None, "", "/d", "/c"), || None).unwrap();
        assert_eq!(found.home, PathBuf::from("/d/greenroom"));
        assert_eq!(found.settings, PathBuf::from("/c/greenroom"));
        assert_eq!(found.name(), None, "the usual one needs no name");
    }

    #[test]
    fn without_any_folder_one_sentence_says_what_to_do() {
        let error = places(&wish(None, "", "", ""), || None).unwrap_err();
        assert!(error.to_string().contains("--home DIR"), "{error}");
    }

    #[test]
    fn a_relative_home_is_made_absolute_so_that_a_changed_folder_does_not_move_it() {
        let found = places(&wish(Some("here"), "", "", ""), || None).unwrap();
        assert!(found.home.is_absolute() && found.home.ends_with("here"));
    }

    #[test]
    fn entries_and_sittings_lie_in_the_folder_of_their_year() {
        assert_eq!(
            entry(&EntryId::new("2026-11-23-acme-panel")),
            "journal/2026/2026-11-23-acme-panel.toml"
        );
        assert_eq!(entry(&EntryId::new("loose")), "journal/loose.toml");
        assert_eq!(
            sitting(&SittingId::new("2026-11-23T1830-panel")),
            "practice/2026/2026-11-23T1830-panel.toml"
        );
    }

    #[test]
    fn names_are_made_of_the_day_and_the_first_words() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        assert_eq!(entry_name(date, "Acme: panel!"), "2026-03-02-acme-panel");
        assert_eq!(entry_name(date, "面接"), "2026-03-02-note");
        let at = Wall::parse_from_rfc3339("2026-11-23T18:30:59+01:00").unwrap();
        assert_eq!(sitting_name(at, "Panel"), "2026-11-23T1830-panel");
        assert_eq!(nth_name("a", 1), "a");
        assert_eq!(nth_name("a", 2), "a-2");
    }

    #[test]
    fn a_year_beyond_9999_still_makes_a_name_that_sorts() {
        let date = NaiveDate::from_ymd_opt(12345, 1, 1).unwrap();
        assert_eq!(entry_name(date, "x"), "9999-01-01-x");
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for bad in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a//b",
            "a/./b",
            "a\\b",
            "a\0",
        ] {
            assert!(!is_inside(bad), "{bad:?}");
        }
        assert!(is_inside("journal/2026/a b.toml"));
    }

    #[test]
    fn only_drafts_trash_and_own_temporary_files_are_ever_removed() {
        assert!(may_remove("drafts/a.toml"));
        assert!(may_remove("trash/2026-01-01T000000/journal/a.toml"));
        assert!(may_remove("journal/2026/.a.toml.4711-Ab3dEf.tmp"));
        for never in [
            "drafts",
            "trash",
            "journal/a.toml",
            "drafts/../profile.toml",
            ".a.swp.tmp",
        ] {
            assert!(!may_remove(never), "{never}");
        }
    }

    #[test]
    fn copies_made_by_sync_tools_are_known_by_their_names() {
        for copy in [
            "a.sync-conflict-20261101-101010-ABCDEFG.toml",
            "a (conflicted copy 2026-11-01).toml",
            "a (Ann's conflicted copy 2026-11-01).toml",
            "a.toml~",
        ] {
            assert!(is_conflict_copy(copy), "{copy}");
        }
        assert!(!is_conflict_copy("a-2.toml"));
    }
}
