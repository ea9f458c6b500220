//! People as they are typed into a form: one a line, `name, what they do, how to reach them`.

use crate::domain::person::Person;

/// One line for each.
pub fn lines(people: &[Person]) -> String {
    let lines: Vec<String> = people.iter().map(line).collect();
    lines.join("\n")
}

fn line(person: &Person) -> String {
    let parts = [person.name.as_str(), &person.title, &person.contact];
    let parts: Vec<&str> = parts.into_iter().filter(|s| !s.is_empty()).collect();
    parts.join(", ")
}

/// Reads such lines; empty ones are nobody.
pub fn read(text: &str) -> Vec<Person> {
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    lines.map(person).collect()
}

fn person(line: &str) -> Person {
    let mut parts = line.splitn(3, ',').map(|p| p.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    Person {
        name: next(),
        title: next(),
        contact: next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_as_they_were_written() {
        let text = "R. Castellano, head nurse, rc@harbor.example\nLee";
        assert_eq!(lines(&read(text)), text);
        assert_eq!(read(" \n\n"), Vec::new());
    }
}
