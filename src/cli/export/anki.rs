//! Cards for Anki, as the text that it imports: lines that say what is what, then a note in each row.
//!
//! The last column is a name that stays the same, so that importing again updates notes instead of doubling them.

use csv::{QuoteStyle, WriterBuilder};

use super::Wordings;
use super::table::{self, Given};
use crate::content::import::own;
use crate::domain::library::{Card, Library};
use crate::store::home::Loaded;

/// What Anki has to know: <https://docs.ankiweb.net/importing/text-files.html>.
const HEAD: &str = "#separator:tab\n#html:false\n#notetype:Basic\n#deck:Greenroom\n#columns:Front\tBack\tTags\tName\n#tags column:3\n#guid column:4\n";

/// Questions: the back has what is kept with one, then what a strong answer has and the other lists.
pub fn questions(library: &Library, cards: &[&Card]) -> String {
    text(table::opened(library, cards).map(|(_, question)| own::card(&question)))
}

/// Answers: the back has what was said, its level and the line to oneself.
pub fn answers(loaded: &Loaded, wordings: &Wordings) -> String {
    let notes = table::given(loaded, wordings).into_iter().map(|given| {
        let Given {
            sitting, answer, ..
        } = &given;
        let name = format!(
            "greenroom/{}/{}/{}",
            sitting.head.id, answer.index, answer.take
        );
        let back = shown(&[&answer.text, &given.level, given.note]);
        let tags = format!("greenroom {}", answer.kind.id());
        [given.asked.clone(), back, tags, name]
    });
    text(notes)
}

fn text(notes: impl Iterator<Item = [String; 4]>) -> String {
    // Between quotes, because a line that begins with `#` is a remark.
    let mut writer = WriterBuilder::new()
        .delimiter(b'\t')
        .quote_style(QuoteStyle::Always)
        .from_writer(Vec::new());
    let mut failed = false;
    for note in notes {
        failed |= writer.write_record(&note).is_err();
    }
    debug_assert!(!failed, "memory takes it");
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{HEAD}{}", String::from_utf8_lossy(&bytes))
}

/// The parts that are there, parted by a blank line.
fn shown(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("\n\n")
}
