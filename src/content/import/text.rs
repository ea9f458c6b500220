//! The text of a list, whatever program saved it; what is no text says what it is and how to make one of it.

use crate::content::packs;
use crate::domain::text::one_line;
use crate::problem::Problem;

/// What to do with a list in an older encoding.
const ENCODING: &str = "Open it in the program that it is from and save it again: a spreadsheet as `CSV UTF-8`, a text with the encoding UTF-8.";

/// The text of a file with plain line ends and blanks. Two-byte text, which spreadsheets save, is read too, and so is
/// that of older programs for Western languages.
///
/// # Errors
///
/// When it is no text, with what it is.
pub fn of(file: &str, bytes: &[u8]) -> Result<String, Box<Problem>> {
    if let Some((what, hint)) = told_by(file, bytes) {
        return Err(refused(file, &what, hint));
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => match packs::utf8_of(file, bytes) {
            Ok(text) => text.to_owned(),
            Err(mut problem) => western(bytes).ok_or_else(|| {
                ENCODING.clone_into(&mut problem.hint);
                problem
            })?,
        },
    };
    if is_binary(&text) {
        let what = "This is no text: it is full of control characters.";
        return Err(refused(
            file,
            what,
            "Name a list in Markdown, CSV, Anki's text or plain lines.",
        ));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(plain_blanks(&text))
}

/// Says of a file by its name alone that it is a document of a program, where it is too large to be opened.
pub fn by_name(file: &str) -> Option<Box<Problem>> {
    let (what, hint) = document(&ending(file))?;
    Some(refused(file, &format!("This is {what}, not text."), hint))
}

fn refused(file: &str, what: &str, hint: &str) -> Box<Problem> {
    Box::new(Problem::in_file(one_line(file), what, hint))
}

fn ending(file: &str) -> String {
    let end = file.rsplit_once('.').map_or("", |(_, end)| end);
    end.to_ascii_lowercase()
}

/// What to do with a document of a word processor, a spreadsheet, and so on.
const DOCUMENT: &str = "Save it as text: File > Save as > Plain text (.txt), encoding UTF-8; or copy everything into a new text file.";
const SHEET: &str = "Save it as text: File > Save as > CSV UTF-8 (.csv).";
const PAPER: &str = "Open it, select all, copy, and paste into a new text file; or open it with a word processor and save it as .txt.";
const DECK: &str = "In Anki: File > Export > Notes in Plain Text (.txt).";
const PICTURE: &str = "Type the questions into a text file, one a line.";
const PACKED: &str = "Unpack it first, and name the list in it.";

/// What a document of a program is called, and what to do with it, by how its name ends.
fn document(end: &str) -> Option<(&'static str, &'static str)> {
    Some(match end {
        "docx" | "doc" | "dotx" => ("a Word document", DOCUMENT),
        "odt" => ("an OpenDocument text", DOCUMENT),
        "rtf" => ("a rich-text document", DOCUMENT),
        "pages" => ("a Pages document", DOCUMENT),
        "xlsx" | "xls" | "xlsm" => ("an Excel sheet", SHEET),
        "ods" => ("an OpenDocument sheet", SHEET),
        "numbers" => ("a Numbers sheet", SHEET),
        "pdf" => ("a PDF", PAPER),
        "pptx" | "ppt" | "odp" | "key" => ("a presentation", PAPER),
        "epub" => ("an e-book", PAPER),
        "apkg" | "colpkg" => ("an Anki deck", DECK),
        "png" | "jpg" | "jpeg" | "heic" | "gif" | "webp" => ("a picture", PICTURE),
        "zip" | "gz" | "tar" | "tgz" | "7z" | "rar" => ("an archive", PACKED),
        _ => return None,
    })
}

/// What is in a packed file, by a name that stands near its start.
const INSIDE: [(&[u8], &str); 7] = [
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"opendocument.text", "odt"),
    (b"opendocument.spreadsheet", "ods"),
    (b"collection.anki2", "apkg"),
    (b"application/epub", "epub"),
];

/// What a file says of itself by its first bytes, and what to do with it.
fn told_by(file: &str, bytes: &[u8]) -> Option<(String, &'static str)> {
    let has = |name: &[u8]| bytes.windows(name.len()).take(1 << 16).any(|w| w == name);
    let own = ending(file);
    let end = if bytes.starts_with(b"PK\x03\x04") {
        let inside = INSIDE.iter().find(|(name, _)| has(name));
        match document(&own) {
            Some(_) => own.as_str(),
            None => inside.map_or("zip", |(_, end)| end),
        }
    } else if bytes.starts_with(b"%PDF") {
        "pdf"
    } else if bytes.starts_with(b"{\\rtf") {
        "rtf"
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        if own == "xls" { "xls" } else { "doc" }
    } else if bytes.starts_with(b"\x89PNG") || bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        "png"
    } else if bytes.starts_with(&[0x1F, 0x8B]) {
        "gz"
    } else {
        return None;
    };
    let (what, hint) = document(end)?;
    Some((format!("This is {what}, not text."), hint))
}

/// The text with plain blanks for those that editors and web pages put in their place, so that `#\u{a0}Q2` is a
/// heading; signs without a width are taken out.
fn plain_blanks(text: &str) -> String {
    let plain = |c: char| match c {
        '\0' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => None,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' => Some(' '),
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

/// Whether a text has so many controls that it was none.
fn is_binary(text: &str) -> bool {
    let start = || text.chars().take(10_000);
    let controls = start()
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    controls * 5 > start().count()
}

fn wide(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
}

/// Of so many characters at least as many are plain ones in a text of an older program for a Western language.
const PLAIN: usize = 8;

/// A text of which parts were saved by older programs for Western languages, a byte a letter; `None` when it looks
/// like anything else.
fn western(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut odd = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            text.push(letter(*byte)?);
            odd += 1;
        }
    }
    (odd * PLAIN <= bytes.len()).then_some(text)
}

/// Signs whose bytes stand where the Latin alphabet of ISO has none.
const SIGNS: [(u8, char); 12] = [
    (0x80, '€'),
    (0x84, '„'),
    (0x85, '…'),
    (0x8C, 'Œ'),
    (0x91, '‘'),
    (0x92, '’'),
    (0x93, '“'),
    (0x94, '”'),
    (0x95, '•'),
    (0x96, '–'),
    (0x97, '—'),
    (0x9C, 'œ'),
];

/// The letter or sign of a byte: those that people type.
fn letter(byte: u8) -> Option<char> {
    let sign = SIGNS.iter().find(|(code, _)| *code == byte);
    let plain = byte.is_ascii()
        || byte >= 0xC0 && !matches!(byte, 0xD7 | 0xF7 | 0xFF)
        || "\u{A0}¡£§©ª«®°·º»¿".contains(char::from(byte)) && byte >= 0xA0;
    sign.map(|(_, sign)| *sign)
        .or_else(|| plain.then(|| char::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(file: &str, bytes: &[u8]) -> String {
        of(file, bytes).expect_err("no text").to_string()
    }

    #[test]
    fn a_document_says_what_it_is_and_how_to_make_text_of_it() {
        for (file, bytes, what, how) in [
            (
                "q.docx",
                &b"PK\x03\x04....word/document.xml"[..],
                "a Word document",
                "Plain text",
            ),
            (
                "list",
                b"PK\x03\x04....xl/workbook.xml",
                "an Excel sheet",
                "CSV UTF-8",
            ),
            (
                "q.odt",
                b"PK\x03\x04mimetypeapplication/vnd.oasis",
                "an OpenDocument text",
                "Plain text",
            ),
            ("q.pdf", b"%PDF-1.7 \xE2\xE3", "a PDF", "copy"),
            (
                "q.rtf",
                b"{\\rtf1\\ansi Why?}",
                "a rich-text document",
                "Plain text",
            ),
            (
                "q.doc",
                b"\xD0\xCF\x11\xE0....",
                "a Word document",
                "Plain text",
            ),
            (
                "d.apkg",
                b"PK\x03\x04....collection.anki2",
                "an Anki deck",
                "Notes in Plain Text",
            ),
            (
                "scan.jpg",
                b"\xFF\xD8\xFF\xE0",
                "a picture",
                "Type the questions",
            ),
            ("a.zip", b"PK\x03\x04a.txt", "an archive", "Unpack"),
        ] {
            let said = said(file, bytes);
            assert!(
                said.contains(&format!("This is {what}, not text.")) && said.contains(how),
                "{said}"
            );
        }
        assert!(by_name("big.pdf").is_some() && by_name("big.md").is_none());
    }

    #[test]
    fn text_of_older_programs_is_read_and_other_bytes_are_not() {
        let old = b"Was hei\xDFt \x84\xDCbergabe\x93? Wer z\xE4hlt die G\xE4ste, und wann? Erz\xE4hlen Sie davon.";
        assert_eq!(
            of("alt.txt", old).expect("text"),
            "Was heißt „Übergabe“? Wer zählt die Gäste, und wann? Erzählen Sie davon."
        );
        let mut mixed = "What’s a till? Who counts it?".as_bytes().to_vec();
        mixed.extend(b" It\x92s late.");
        assert_eq!(
            of("mixed.txt", &mixed).expect("text"),
            "What’s a till? Who counts it? It’s late."
        );
        for other in [
            &b"Wh\xffy?"[..],
            b"\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA?",
            b"\x93\xFA\x96{\x8C\xEA",
        ] {
            assert!(said("a.txt", other).contains("UTF-8"), "{other:?}");
        }
    }

    #[test]
    fn blanks_of_other_widths_are_plain_ones() {
        assert_eq!(
            of("a.md", "#\u{a0}Why\u{200b}?\r\n".as_bytes()).expect("text"),
            "# Why?\n"
        );
    }
}
