//! The user's own keys: `[keys.CONTEXT]` tables of `config.toml`, laid over the shipped keymap.
//!
//! A line that cannot be used is told with its place and left out; all others are in force.

use super::command::Command;
use super::context::Context;
use super::key::{Code, Key};
use super::keymap::{Keymap, Own, stack};
use super::shipped;
use crate::domain::order::InOrder;
use crate::domain::settings::KeyLine;
use crate::problem::{Place, Problem, Severity};

/// What is wrong with a line, and what to do about it.
type Fault = (String, String);

impl Keymap {
    /// The shipped keymap under the user's lines, with a problem for each line that is left out.
    pub fn with(file: &str, lines: &[KeyLine]) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut taken: Vec<(Own, &KeyLine)> = Vec::new();
        for line in lines {
            let Some(context) = Context::named(&line.context) else {
                let told = no_place(file, line);
                // Every line under the heading has the same fault.
                if !problems.contains(&told) {
                    problems.push(told);
                }
                continue;
            };
            match read(context, line).and_then(|own| alone(own, &taken)) {
                Ok(own) => taken.push((own, line)),
                Err(fault) => problems.push(problem(file, line, fault)),
            }
        }
        loop {
            let map = Self {
                own: taken.iter().map(|t| t.0).collect(),
            };
            let Some((at, fault)) = map.clash() else {
                problems.extend(map.taken_over(file, &taken));
                problems.extend(map.hidden(file, &taken));
                problems.order_by_key(|p| p.place);
                return (map, problems);
            };
            let (_, line) = taken.remove(at);
            problems.push(problem(file, line, fault));
        }
    }

    /// Lines that take a key from another command which has more of them, and got no other for it: they hold, and are
    /// told.
    fn taken_over(&self, file: &str, taken: &[(Own, &KeyLine)]) -> Vec<Problem> {
        let shipped = Self::default();
        let told = |(own, line): &(Own, &KeyLine)| {
            let new = own.command?;
            let old = shipped.binding(own.context, own.key)?;
            let keys = self.keys_for(own.context, old);
            let swapped = (self.own.iter())
                .any(|other| other.context == own.context && other.command == Some(old));
            let left: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            let fault = (
                format!(
                    "`{}` was a key of `{}` ({}) and is `{}` now.",
                    own.key,
                    old.name(),
                    self.sentence(own.context, old),
                    new.name()
                ),
                format!("`{}` still has {}.", old.name(), left.join(", ")),
            );
            (old != new && !swapped).then(|| Problem {
                severity: Severity::Warning,
                ..problem(file, line, fault)
            })
        };
        taken.iter().filter_map(told).collect()
    }

    /// Lines of a layer whose key means something else on screens above it: what they ask for does not happen there.
    fn hidden(&self, file: &str, taken: &[(Own, &KeyLine)]) -> Vec<Problem> {
        let told = |(own, line): &(Own, &KeyLine)| {
            let wanted = own.command?;
            let above = |context: &&Context| {
                let under = stack(**context).into_iter().skip(1);
                !context.is_layer() && under.into_iter().any(|layer| layer == own.context)
            };
            let hides = |context: &&Context| {
                let binds = self.binding(**context, own.key);
                binds.is_some_and(|binds| binds != wanted)
            };
            let all = Context::ALL.iter().filter(above).count();
            let screens: Vec<&str> = (Context::ALL.iter().filter(above).filter(hides))
                .map(|context| context.name())
                .collect();
            let what = match screens.len() {
                0 => return None,
                n if n == all => format!(
                    "`{}` is never `{}`: every screen has a command of its own on it.",
                    own.key,
                    wanted.name()
                ),
                _ => format!(
                    "`{}` is not `{}` on these screens, which have a command of their own on it: {}.",
                    own.key,
                    wanted.name(),
                    screens.join(", ")
                ),
            };
            let hint = "Choose another key, or give those screens a line of their own.".to_owned();
            Some(Problem {
                severity: Severity::Warning,
                ..problem(file, line, (what, hint))
            })
        };
        taken.iter().filter_map(told).collect()
    }

    /// The first line that takes the last key of another command, which then could not be reached by key.
    fn clash(&self) -> Option<(usize, Fault)> {
        let shipped = Self::default();
        self.own.iter().enumerate().find_map(|(at, own)| {
            let new = own.command?;
            let old = shipped.binding(own.context, own.key)?;
            let lost = old != new && self.keys_for(own.context, old).is_empty();
            lost.then(|| (at, self.clash_words(*own, old)))
        })
    }

    fn clash_words(&self, own: Own, old: Command) -> Fault {
        let (key, place) = (own.key, own.context.name());
        let free = (2..=9)
            .map(|n| Key::plain(Code::F(n)))
            .find(|k| self.binding(own.context, *k).is_none());
        let other = free.map_or_else(
            || "another key".to_owned(),
            |k| format!("`\"{k}\" = \"{}\"`", old.name()),
        );
        (
            format!(
                "`{key}` is already the key of `{}` ({}).",
                old.name(),
                self.sentence(own.context, old)
            ),
            format!(
                "Choose a free key, or give `{}` one too, for example {other} under [keys.{place}].",
                old.name()
            ),
        )
    }
}

/// Reads one line by itself.
fn read(context: Context, line: &KeyLine) -> Result<Own, Fault> {
    let key = Key::parse(&line.key).ok_or_else(|| unknown_key(&line.key))?;
    let command = match line.command.as_str() {
        "" => None,
        name => Some(Command::named(name).ok_or_else(|| unknown_command(name))?),
    };
    let own = Own {
        context,
        key,
        command,
    };
    Ok(own)
        .and_then(reserved)
        .and_then(text_rule)
        .and_then(useful)
}

/// Refuses a key that a line above has already set.
fn alone(own: Own, taken: &[(Own, &KeyLine)]) -> Result<Own, Fault> {
    let same = taken
        .iter()
        .find(|(o, _)| o.context == own.context && o.key == own.key);
    same.map_or(Ok(own), |(_, line)| {
        Err((
            format!(
                "`{}` is set twice; line {} has it already.",
                own.key, line.at.0.line
            ),
            "Keep one of the two lines.".to_owned(),
        ))
    })
}

/// Refuses keys that a terminal cannot tell apart or that must keep their meaning.
fn reserved(own: Own) -> Result<Own, Fault> {
    let key = own.key;
    if Keymap::default().binding(Context::Any, key) == Some(Command::Cancel) {
        return Err((
            format!("`{key}` always leads out and cannot be changed."),
            "Remove the line.".to_owned(),
        ));
    }
    if let (Some(sent), Some(_)) = (shipped::sent_for(key), own.command) {
        return Err((
            format!("`{key}` cannot be used: terminals send `{sent}` for it."),
            free_letters(own.context),
        ));
    }
    match (shipped::only(key), own.command) {
        (Some(only), Some(wanted)) if only != wanted => Err((
            format!(
                "`{key}` is what terminals send for another key, so it can only be `{}`.",
                only.name()
            ),
            free_letters(own.context),
        )),
        _ => Ok(own),
    }
}

/// The letters that can be used with Ctrl in a context and have no command there.
fn free_letters(context: Context) -> String {
    let shipped = Keymap::default();
    let is_free = |c: &char| {
        let key = Key::new(Code::Char(*c), true, false, false);
        let taken = shipped.binding(context, key).is_some();
        !taken && shipped::sent_for(key).is_none() && shipped::only(key).is_none()
    };
    let free: Vec<String> = ('a'..='z').filter(is_free).map(String::from).collect();
    format!(
        "Choose another key. With Ctrl these letters have no command here: {}.",
        free.join(", ")
    )
}

/// Refuses a letter as a command where letters are text, also through a layer.
fn text_rule(own: Own) -> Result<Own, Fault> {
    if own.command.is_none() || !own.key.is_printable() {
        return Ok(own);
    }
    let typed = |c: &&Context| c.text_rule() && stack(**c).contains(&own.context);
    match Context::ALL.iter().find(typed) {
        Some(_) if shipped::excepted(own.context, own.key) => Ok(own),
        Some(context) => Err((
            format!(
                "`{}` is a character of the text in [keys.{}].",
                own.key,
                context.name()
            ),
            "Use a key that types nothing, for example one with Ctrl.".to_owned(),
        )),
        None => Ok(own),
    }
}

/// Refuses a command that does nothing in the context.
fn useful(own: Own) -> Result<Own, Fault> {
    let Some(command) = own.command else {
        return Ok(own);
    };
    if Keymap::default().reaches(own.context, command) {
        return Ok(own);
    }
    let at: Vec<_> = Context::ALL
        .iter()
        .filter(|c| shipped::table(**c).bindings.iter().any(|b| b.1 == command))
        .map(|c| format!("[keys.{}]", c.name()))
        .collect();
    Err((
        format!(
            "`{}` does nothing in [keys.{}].",
            command.name(),
            own.context.name()
        ),
        format!("It works in {}.", at.join(", ")),
    ))
}

/// A heading that names no place: it is told where it stands, with all that it could be.
fn no_place(file: &str, line: &KeyLine) -> Problem {
    let name = &line.context;
    let names = || Context::ALL.iter().map(|c| c.name());
    let screens = Context::ALL.iter().filter(|context| !context.is_layer());
    let screens: Vec<&str> = screens.map(|context| context.name()).collect();
    let all = format!(
        "`any` is everywhere, `nav` on every screen, `browse` on every section, `move` in lists, `room` in a \
         sitting, `text` while typing; single places are {}.",
        screens.join(", ")
    );
    let fault = (
        format!("There is no place `{name}` for keys."),
        nearest(name, names(), &all),
    );
    told(file, &line.heading, fault)
}

fn unknown_command(name: &str) -> Fault {
    let names = || Command::ALL.iter().map(|c| c.name());
    let alike: Vec<String> = (names().filter(|known| shares_a_word(name, known)))
        .take(3)
        .map(|known| format!("`{known}`"))
        .collect();
    let otherwise = match alike.as_slice() {
        [] => "`greenroom keys` lists them all.".to_owned(),
        alike => format!(
            "Like it are {}; `greenroom keys` lists them all.",
            alike.join(", ")
        ),
    };
    (
        format!("There is no command `{name}`."),
        nearest(name, names(), &otherwise),
    )
}

/// Whether two names have a word in common, or one that begins alike.
fn shares_a_word(one: &str, other: &str) -> bool {
    const ALIKE: usize = 4;
    let begins = |a: &str, b: &str| {
        let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        a == b || common >= ALIKE
    };
    one.split('-')
        .any(|a| other.split('-').any(|b| begins(a, b)))
}

fn unknown_key(name: &str) -> Fault {
    (
        format!("There is no key `{name}`."),
        "Keys are spelled like ctrl+s, alt+up, shift+tab, pgdn, f5, space or G.".to_owned(),
    )
}

/// A suggestion when a name is two slips or fewer away, else `otherwise`.
fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    let best = names.map(|n| (slips(name, n), n)).min();
    match best {
        Some((0..=2, near)) => format!("Did you mean `{near}`?"),
        _ => otherwise.to_owned(),
    }
}

/// Characters to add, drop or change between two names (Levenshtein distance).
fn slips(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (slot, y) in row.iter_mut().skip(1).zip(b.chars()) {
            let best = (corner + usize::from(x != y)).min(left + 1).min(*slot + 1);
            corner = *slot;
            *slot = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

fn problem(file: &str, line: &KeyLine, fault: Fault) -> Problem {
    told(file, &line.at, fault)
}

fn told(file: &str, (place, line): &(Place, String), (what, hint): Fault) -> Problem {
    Problem {
        severity: Severity::Error,
        place: *place,
        line_text: line.clone(),
        ..Problem::in_file(file, what, hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Found;

    fn place(line: usize) -> Place {
        Place {
            line: u32::try_from(line).expect("small"),
            column: 1,
        }
    }

    fn lines(own: &[(&str, &str, &str)]) -> Vec<KeyLine> {
        let line = |(at, (context, key, command)): (usize, &(&str, &str, &str))| KeyLine {
            context: (*context).to_owned(),
            key: (*key).to_owned(),
            command: (*command).to_owned(),
            at: (place(at + 10), format!("\"{key}\" = \"{command}\"")),
            heading: (place(9), format!("[keys.{context}]")),
        };
        own.iter().enumerate().map(line).collect()
    }

    fn found(map: &Keymap, context: Context, key: &str) -> Found {
        map.find(context, Key::parse(key).expect(key))
    }

    /// The one problem that a single line gives, as it is printed.
    fn refused(context: &str, key: &str, command: &str) -> String {
        let (map, problems) = Keymap::with("config.toml", &lines(&[(context, key, command)]));
        assert_eq!(map, Keymap::default(), "a bad line changes nothing");
        let [problem] = problems.as_slice() else {
            panic!("{context} {key} {command}: {problems:?}")
        };
        problem.to_string()
    }

    #[test]
    fn a_key_that_is_taken_from_a_command_with_more_keys_is_told_and_holds() {
        let (map, problems) = Keymap::with("config.toml", &lines(&[("journal", "j", "new")]));
        let key = Key::parse("j").expect("a key");
        assert_eq!(
            map.find(Context::Journal, key),
            Found::Command(Command::New)
        );
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(problems[0].severity, Severity::Warning);
        assert!(
            problems[0].what.contains("`j` was a key of `down`"),
            "{problems:#?}"
        );
    }

    #[test]
    fn a_command_can_have_more_keys_and_the_own_one_is_shown() {
        let (map, problems) = Keymap::with(
            "config.toml",
            &lines(&[
                ("journal", "i", "new"),
                ("journal", "f5", "new"),
                ("browse", "ctrl+o", "library"),
            ]),
        );
        assert_eq!(problems, []);
        assert_eq!(
            found(&map, Context::Journal, "i"),
            Found::Command(Command::New)
        );
        assert_eq!(
            found(&map, Context::Journal, "f5"),
            Found::Command(Command::New)
        );
        assert_eq!(
            found(&map, Context::Journal, "n"),
            Found::Command(Command::New)
        );
        assert_eq!(
            found(&map, Context::Today, "ctrl+o"),
            Found::Command(Command::Library)
        );
        assert_eq!(
            map.first_key(Context::Journal, Command::New, ["↑", "↓", "←", "→"]),
            "i"
        );
    }

    #[test]
    fn a_key_can_be_taken_away_here_or_everywhere() {
        let (map, problems) = Keymap::with(
            "config.toml",
            &lines(&[("today", "q", ""), ("nav", "H", "")]),
        );
        assert_eq!(problems, []);
        assert_eq!(found(&map, Context::Today, "q"), Found::Unbound);
        assert_eq!(
            found(&map, Context::Journal, "q"),
            Found::Command(Command::Close)
        );
        assert_eq!(found(&map, Context::Journal, "H"), Found::Unbound);
        assert!(
            map.reaches(Context::Journal, Command::HideNames),
            "the palette still has it"
        );
    }

    #[test]
    fn two_commands_can_swap_their_keys() {
        let (map, problems) = Keymap::with(
            "config.toml",
            &lines(&[("today", "n", "debrief"), ("today", "d", "new")]),
        );
        assert_eq!(problems, []);
        assert_eq!(
            found(&map, Context::Today, "n"),
            Found::Command(Command::Debrief)
        );
    }

    #[test]
    fn a_clash_names_the_command_that_has_the_key_and_how_to_mend_it() {
        let message = refused("today", "d", "new");
        assert_eq!(
            message,
            "config.toml:10:1: `d` is already the key of `debrief` (Debrief an interview). \
             Choose a free key, or give `debrief` one too, for example `\"f2\" = \"debrief\"` under [keys.today]."
        );
        let (_, problems) = Keymap::with(
            "config.toml",
            &lines(&[("today", "d", "new"), ("today", "f2", "debrief")]),
        );
        assert_eq!(problems, [], "the advice helps");
    }

    #[test]
    fn a_duplicate_an_unknown_command_and_a_typo_give_three_messages_and_a_working_keymap() {
        let (map, problems) = Keymap::with(
            "config.toml",
            &lines(&[
                ("today", "f5", "note"),
                ("today", "F5", "debrief"),
                ("today", "f6", "debreif"),
                ("today", "strg+x", "note"),
                ("tody", "f7", "note"),
                ("today", "f8", "debrief"),
            ]),
        );
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(
            told[1].starts_with("config.toml:11:1: `f5` is set twice; line 10"),
            "{told:?}"
        );
        assert!(told[2].contains("Did you mean `debrief`?"), "{told:?}");
        assert!(told[3].contains("no key `strg+x`"), "{told:?}");
        assert!(told[0].contains("Did you mean `today`?"), "{told:?}");
        assert_eq!(
            found(&map, Context::Today, "f5"),
            Found::Command(Command::Note)
        );
        assert_eq!(
            found(&map, Context::Today, "f8"),
            Found::Command(Command::Debrief)
        );
    }

    #[test]
    fn a_command_of_another_name_is_told_with_those_that_are_like_it() {
        let moved = refused("today", "J", "move-down");
        assert!(moved.contains("Like it are `down`"), "{moved}");
        let gone = refused("today", "f9", "delet");
        assert!(gone.contains("Like it are `delete-"), "{gone}");
    }

    #[test]
    fn a_letter_is_never_taken_from_a_text() {
        assert!(refused("answer", "x", "save").contains("character of the text"));
        assert!(refused("text", "x", "undo").contains("character of the text"));
        assert!(refused("any", "z", "redraw").contains("character of the text"));
        assert!(refused("sheet", "y", "main").contains("character of the text"));
    }

    #[test]
    fn keys_that_terminals_cannot_tell_and_the_way_out_are_refused() {
        let tab = refused("today", "ctrl+i", "new");
        assert!(
            tab.contains("cannot be used: terminals send `tab` for it."),
            "{tab}"
        );
        assert!(
            tab.contains("With Ctrl these letters have no command here: a, b, "),
            "{tab}"
        );
        assert!(refused("text", "ctrl+h", "undo").contains("can only be `delete-left`"));
        assert!(refused("any", "ctrl+c", "").contains("always leads out"));
        assert!(refused("today", "ctrl+c", "new").contains("always leads out"));
    }

    #[test]
    fn ctrl_with_a_letter_that_every_terminal_sends_can_be_used() {
        let own = [
            ("text", "ctrl+n", "caret-down"),
            ("today", "ctrl+t", "new"),
            ("nav", "ctrl+q", "help"),
        ];
        let (map, problems) = Keymap::with("config.toml", &lines(&own));
        assert_eq!(problems, []);
        assert_eq!(
            found(&map, Context::Area, "ctrl+n"),
            Found::Command(Command::CaretDown)
        );
    }

    #[test]
    fn a_line_for_every_screen_that_some_screens_hide_names_them() {
        let own = [
            ("nav", "n", "undo"),
            ("nav", "1", "help"),
            ("nav", "f7", "undo"),
        ];
        let (_, problems) = Keymap::with("config.toml", &lines(&own));
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(problems.iter().all(|p| p.severity == Severity::Warning));
        let words = "config.toml:10:1: `n` is not `undo` on these screens, which have a command of their own on it: firstrun, today, roadmap,";
        assert!(told[0].starts_with(words), "{told:#?}");
        assert!(
            told[1].contains("`1` is not `help` on these screens"),
            "{told:#?}"
        );
    }

    #[test]
    fn a_key_that_is_taken_is_told_also_where_its_command_got_another_one_elsewhere() {
        let own = [("move", "f3", "down"), ("journal", "j", "filter")];
        let (_, problems) = Keymap::with("config.toml", &lines(&own));
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert!(
            problems[0].what.contains("`j` was a key of `down`"),
            "{problems:#?}"
        );
    }

    #[test]
    fn a_place_that_there_is_not_is_told_once_at_its_heading_with_all_there_are() {
        let own = [("rating", "f5", "main"), ("rating", "f6", "down")];
        let (_, problems) = Keymap::with("config.toml", &lines(&own));
        let [problem] = problems.as_slice() else {
            panic!("{problems:?}")
        };
        assert_eq!(problem.place.line, 9);
        assert!(problem.hint.contains("evidence, "), "{}", problem.hint);
        assert!(
            problem.hint.contains("`any` is everywhere, `nav` on"),
            "{}",
            problem.hint
        );
        assert!(!problem.hint.contains(", nav,"), "{}", problem.hint);
    }

    #[test]
    fn a_command_is_refused_where_it_does_nothing() {
        let message = refused("today", "f5", "tick");
        assert!(
            message.contains("`tick` does nothing in [keys.today]."),
            "{message}"
        );
        assert!(message.contains("[keys.library]"), "{message}");
    }
}
