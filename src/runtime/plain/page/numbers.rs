//! Asking for numbers.

use super::{Page, Said};

impl Page<'_> {
    /// Asks for the number of one of `count` choices, from 0; nothing means `usual`.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn choose(&mut self, what: &str, count: usize, usual: Option<usize>) -> Said<usize> {
        let end = match usual {
            Some(n) => format!(" [{}]:", n + 1),
            None if what.ends_with('?') => String::new(),
            None => ":".to_owned(),
        };
        let nothing = usual.map_or("", |_| ", or nothing for the one in brackets");
        let help = format!("Type a number from 1 to {count}{nothing}.");
        loop {
            let said = self.ask_for(&format!("{what}{end}"), &help)?;
            let number: Option<usize> = match said.as_str() {
                "" => usual,
                digits => digits.parse().ok().and_then(|n: usize| n.checked_sub(1)),
            };
            match number.filter(|n| *n < count) {
                Some(n) => return Ok(n),
                None => self.say(&format!("Type a number from 1 to {count}.")),
            }
        }
    }

    /// The same for one or more, in the order in which they are typed.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn choose_some(&mut self, what: &str, count: usize, usual: &[usize]) -> Said<Vec<usize>> {
        let shown: Vec<String> = usual.iter().map(|n| (n + 1).to_string()).collect();
        let end = match shown.join(" ") {
            none if none.is_empty() => ":".to_owned(),
            usual => format!(" [{usual}]:"),
        };
        let numbers = format!("Type numbers from 1 to {count}, with a blank between them.");
        loop {
            let said = self.ask_for(&format!("{what}{end}"), &numbers)?;
            let words = said.split([' ', ',', ';']).filter(|word| !word.is_empty());
            let number = |word: &str| {
                let number = word.parse::<usize>().ok()?.checked_sub(1);
                number.filter(|n| *n < count)
            };
            match words.map(number).collect::<Option<Vec<usize>>>() {
                Some(none) if none.is_empty() => return Ok(usual.to_vec()),
                Some(some) => {
                    let mut once = Vec::new();
                    for n in some {
                        if !once.contains(&n) {
                            once.push(n);
                        }
                    }
                    return Ok(once);
                }
                None => self.say(&numbers),
            }
        }
    }
}
