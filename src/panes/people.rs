//! People as they are typed into a form: one a line, `name, what they do, how to reach them`.

use crate::domain::person::Person;

/// One line for each.
pub fn lines(people: &[Person]) -> String {
    let lines: Vec<String> = people.iter().map(line).collect();
    lines.join("\n")
}

fn line(person: &Person) -> String {
    let parts = [&person.with_said(), &person.title, &person.contact];
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|s| !s.is_empty()).collect();
    parts.join(", ")
}

/// Reads such lines; empty ones are nobody.
pub fn read(text: &str) -> Vec<Person> {
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    lines.map(person).collect()
}

fn person(line: &str) -> Person {
    let mut parts = line.split(',').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let parts: Vec<&str> = parts.collect();
    // What they do comes first, and may have commas of its own.
    let reach = parts.iter().skip(1).position(|part| is_address(part));
    let (title, contact) = parts.split_at(reach.map_or(parts.len(), |at| at + 1));
    Person {
        title: title.join(", "),
        contact: contact.join(", "),
        ..Person::called(name)
    }
}

/// Whether words are a way to reach somebody: a mail address, a number, a page.
fn is_address(words: &str) -> bool {
    words.contains('@') || words.contains("http") || words.contains(|c: char| c.is_ascii_digit())
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

    #[test]
    fn a_third_piece_without_an_address_belongs_to_what_they_do() {
        for (line, title, contact) in [
            (
                "Mr Okafor, deputy, watches the lesson",
                "deputy, watches the lesson",
                "",
            ),
            (
                "Hale, head, hale@hillview.example",
                "head",
                "hale@hillview.example",
            ),
            (
                "Hale, head, chairs, 555 0134, mornings",
                "head, chairs",
                "555 0134, mornings",
            ),
            (
                "Hale, head, https://hillview.example",
                "head",
                "https://hillview.example",
            ),
            ("Ms Nguyen (Win), parent governor", "parent governor", ""),
        ] {
            let people = read(line);
            let one = people.first().expect("somebody");
            assert_eq!((one.title.as_str(), one.contact.as_str()), (title, contact));
            assert_eq!(lines(&people), line);
        }
    }
}
