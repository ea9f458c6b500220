//! Hands a text to the user's own editor and takes it back.

use std::path::Path;
use std::process::Command;

use super::signals;
use crate::store::handover::Handover;

/// Editors that are looked for when the user named none.
const USUAL: [&str; 4] = ["nano", "vim", "vi", "emacs"];

/// Opens the editor on a private file with `text`; returns what it saved.
///
/// The editor is the one of the settings, else `$VISUAL`, else `$EDITOR`, else one that is found. It is started as
/// program and arguments, never through a shell.
///
/// # Errors
/// A sentence; the text is unchanged then.
pub fn hand_over(text: &str, chosen: &[String], home: &Path) -> Result<String, String> {
    let handover =
        Handover::new(home, text).map_err(|e| format!("The text could not be handed over: {e}"))?;
    let words = command(chosen);
    let Some((program, arguments)) = words.split_first() else {
        return Err("No editor was found. Set $EDITOR, or editor in config.toml.".to_owned());
    };
    let started = Command::new(program)
        .args(arguments)
        .arg(handover.path())
        .spawn();
    match started.and_then(|mut child| signals::outlast(&mut child)) {
        Ok(true) => handover
            .take()
            .map_err(|e| format!("The edited text could not be read: {e}")),
        Ok(false) => Err(format!(
            "{program} ended with an error. Your text is as it was."
        )),
        Err(error) => Err(format!(
            "{program} could not be started ({error}). Your text is as it was."
        )),
    }
}

fn command(chosen: &[String]) -> Vec<String> {
    if !chosen.is_empty() {
        return chosen.to_vec();
    }
    for name in ["VISUAL", "EDITOR"] {
        let words: Vec<String> = std::env::var(name)
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        if !words.is_empty() {
            return words;
        }
    }
    let found = USUAL
        .iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok());
    found
        .map(|name| vec![(*name).to_owned()])
        .unwrap_or_default()
}
