//! `greenroom repair`: sets torn ends and damaged files aside, and removes what a killed run left behind.

use super::args::RepairArgs;
use super::words::{count, hanging};
use super::world::{Exit, World};
use crate::domain::time::Wall;
use crate::store::error::StoreError;
use crate::store::recover::{self, Step};
use crate::store::{Store, layout};

/// Does what is to be done, or only says it.
pub fn run(args: &RepairArgs, world: &mut World<'_, '_>) -> Exit {
    let at = (!args.dry_run).then_some(world.now.wall);
    let (mut lines, mut failed) = (Vec::new(), Vec::new());
    for store in world.home.stores() {
        failed.extend(mend(store, at, &mut lines).err());
    }
    for line in &lines {
        world.out.line(hanging("- ", line, 0));
    }
    for error in &failed {
        world.fail(error);
    }
    let kept = world.home.load_small().drafts.len();
    if kept > 0 {
        let drafts = count(kept, "draft");
        let line = format!("{drafts} of text not yet saved: the studio offers them when it opens.");
        world.out.line(hanging("", &line, 0));
    }
    world.out.line(closing(lines.len(), args.dry_run));
    if failed.is_empty() {
        Exit::Done
    } else {
        Exit::Found
    }
}

/// Mends one folder step by step, so that what was done is told even when a later step fails.
fn mend(store: &dyn Store, at: Option<Wall>, lines: &mut Vec<String>) -> Result<(), StoreError> {
    for step in recover::plan(store, &recover::is_alive)? {
        match at {
            None => lines.push(step.to_string()),
            Some(at) => lines.extend(done(store, &step, at)?),
        }
    }
    Ok(())
}

fn done(store: &dyn Store, step: &Step, at: Wall) -> Result<Vec<String>, StoreError> {
    let told = recover::apply(store, std::slice::from_ref(step), at)?;
    let line = |p: &crate::problem::Problem| format!("{}: {}", p.file, p.what);
    Ok(told.iter().map(line).collect())
}

fn closing(steps: usize, dry_run: bool) -> String {
    match (steps, dry_run) {
        (0, _) => "Nothing to repair.".to_owned(),
        (n, true) => format!("{} to do. Nothing was changed.", count(n, "thing")),
        (n, false) => format!(
            "{} done. Copies of changed files lie in {}/.",
            count(n, "thing"),
            layout::TRASH
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;

    const SITTING: &str = "practice/2026/2026-11-23T1830-panel.toml";

    /// A home with a torn sitting, an empty entry and a temporary file of a process that is long gone.
    fn damaged() -> Trial {
        let trial = Trial::new();
        assert_eq!(trial.sit(), SITTING);
        let whole = trial.text(SITTING);
        trial.put(SITTING, &format!("{whole}\n[[answer]]\nindex = 1\nque"));
        trial.put("journal/2026/2026-11-22-note.toml", "");
        trial.put(".profile.toml.999999999-abcdef.tmp", "half");
        trial
    }

    #[test]
    fn a_dry_run_says_everything_and_changes_nothing() {
        let trial = damaged();
        let before = trial.files();
        let done = trial.run(&["repair", "--dry-run"]);
        assert_eq!(done.code, 0);
        assert_eq!(trial.files(), before);
        assert!(done.out.contains("torn bytes aside"), "{}", done.out);
        assert!(
            done.out.contains("3 things to do. Nothing was changed."),
            "{}",
            done.out
        );
    }

    #[test]
    fn a_repair_keeps_what_is_whole_and_throws_nothing_away() {
        let trial = damaged();
        let done = trial.run(&["repair"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(done.out.contains("3 things done."), "{}", done.out);
        let files = trial.files();
        assert!(
            files
                .iter()
                .any(|f| f.starts_with(&format!("{SITTING}.torn-")))
        );
        assert!(files.iter().any(|f| f.contains("note.toml.broken-")));
        assert!(
            files.iter().any(|f| f.starts_with("trash/")),
            "a copy was taken"
        );
        assert!(!files.iter().any(|f| f.contains("999999999")));
        assert_eq!(trial.run(&["repair"]).out, "Nothing to repair.\n");
    }

    #[test]
    fn a_full_disk_is_told() {
        let trial = damaged();
        trial.full_disk();
        let done = trial.run(&["repair"]);
        assert_eq!(done.code, 1);
        assert!(done.err.contains("the disk is full"), "{}", done.err);
        assert!(
            trial.text(SITTING).ends_with("que"),
            "the old file is whole"
        );
    }
}
