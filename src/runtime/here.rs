//! Commands that are told name the home, where the command line named it: as they stand they can be typed.

use std::borrow::Cow;
use std::path::Path;

use crate::domain::text::visible;

/// How a command begins wherever one is told.
const CALL: &str = "`greenroom";

/// What stands behind `greenroom` in every command that is told.
#[derive(Debug, Clone, Default)]
pub struct Here(Option<String>);

impl Here {
    /// The home as it was typed, if it was.
    pub fn of(home: Option<&Path>) -> Self {
        Self(home.map(|home| format!(" --home {}", quoted(&visible(&home.to_string_lossy())))))
    }

    /// The beginning of a command.
    pub fn program(&self) -> String {
        format!("greenroom{}", self.0.as_deref().unwrap_or_default())
    }

    /// A text in which every command names the home.
    pub fn told<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let Some(home) = self.0.as_deref().filter(|_| text.contains(CALL)) else {
            return Cow::Borrowed(text);
        };
        let mut parts = text.split(CALL);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out.push_str(CALL);
            // `greenroom` alone is the name of the pack that ships.
            if part.starts_with(char::is_whitespace) {
                out.push_str(home);
            }
            out.push_str(part);
        }
        Cow::Owned(out)
    }
}

/// A path as the shell takes it for one word.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\:._-+@%,~".contains(c);
    if !path.is_empty() && path.chars().all(plain) {
        path.to_owned()
    } else if cfg!(windows) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_names_the_home_that_was_named() {
        let here = Here::of(Some(Path::new("bea")));
        assert_eq!(
            here.told(
                "Use one of: `greenroom`, `mine`. Try `greenroom pack add x` or `greenroom\ncheck`."
            ),
            "Use one of: `greenroom`, `mine`. Try `greenroom --home bea pack add x` or `greenroom --home bea\ncheck`."
        );
        assert_eq!(here.program(), "greenroom --home bea");
        let usual = Here::of(None);
        assert_eq!(usual.told("`greenroom check`"), "`greenroom check`");
        assert_eq!(usual.program(), "greenroom");
    }

    #[test]
    fn a_path_is_one_word_for_the_shell() {
        let word = |path: &str| Here::of(Some(Path::new(path))).program();
        assert_eq!(word("~/clients/bea"), "greenroom --home ~/clients/bea");
        #[cfg(unix)]
        assert_eq!(
            word("My clients/O'Hara"),
            "greenroom --home 'My clients/O'\\''Hara'"
        );
    }
}
