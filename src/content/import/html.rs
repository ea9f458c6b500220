//! HTML as it stands in lists: tags told from text, characters written as names, and the text of a card.

use pulldown_cmark::{Event, Parser};

/// A piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'h> {
    /// Text, with characters still written as names.
    Text(&'h str),
    /// `<name …>`: the name as written and what follows it.
    Open(&'h str, &'h str),
    /// `</name>`.
    Close(&'h str),
    /// A comment or a declaration.
    Comment(&'h str),
}

/// Tags that only dress text up or lay it out. Anything else in angle brackets is a word of the text, such as
/// `List<String>` or `<Router>`.
const KNOWN: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
];

/// Tags each of which ends a line.
const PARAGRAPHS: &[&str] = &["br", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr"];

/// Tags at which a new line begins, unless it has begun.
const BREAKS: &[&str] = &[
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "pre",
    "blockquote",
    "dt",
    "dd",
];

/// Whether a tag is one of HTML and no word of the text.
pub fn is_known(name: &str) -> bool {
    KNOWN
        .binary_search(&name.to_ascii_lowercase().as_str())
        .is_ok()
}

/// Cuts HTML into pieces. Whatever is no tag is text; nothing is lost.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = html;
    let mut from = 0;
    while let Some(at) = rest
        .get(from..)
        .and_then(|r| r.find('<'))
        .map(|at| at + from)
    {
        let (before, tail) = rest.split_at(at);
        let Some((piece, len)) = tag(tail) else {
            from = at + 1;
            continue;
        };
        if !before.is_empty() {
            out.push(Piece::Text(before));
        }
        out.push(piece);
        rest = tail.get(len..).unwrap_or_default();
        from = 0;
    }
    if !rest.is_empty() {
        out.push(Piece::Text(rest));
    }
    out
}

/// The tag or comment at the start of a text, and its length.
fn tag(text: &str) -> Option<(Piece<'_>, usize)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        let end = comment.find("-->").map_or(text.len(), |at| at + 7);
        return Some((Piece::Comment(text.get(..end)?), end));
    }
    let inner = text.strip_prefix('<')?;
    if inner.starts_with(['!', '?']) {
        let end = text.find('>')? + 1;
        return Some((Piece::Comment(text.get(..end)?), end));
    }
    let (closes, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let name_end = inner
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(inner.len());
    let (name, tail) = inner.split_at(name_end);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic())
        || !tail.starts_with(['>', '/', ' ', '\n', '\t', '\r'])
    {
        return None;
    }
    let end = end_of_tag(tail)?;
    let len = text.len() - tail.len() + end + 1;
    let piece = if closes {
        Piece::Close(name)
    } else {
        Piece::Open(name, tail.get(..end)?)
    };
    Some((piece, len))
}

/// Where the `>` stands that ends a tag; one between quotes does not count.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '<') => return None,
            _ => {}
        }
    }
    None
}

/// The value of an attribute.
pub fn attribute<'h>(attributes: &'h str, name: &str) -> Option<&'h str> {
    let lower = attributes.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let value = attributes.get(at..)?;
    match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
        _ => value.split([' ', '>', '/']).next(),
    }
}

/// Text with characters that are written as names (`&auml;`, `&#252;`) put in.
pub fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let end = tail
            .char_indices()
            .take(12)
            .find(|(_, c)| *c == ';')
            .map(|(end, _)| end + 1);
        let decoded = end.and_then(|end| Some((character(tail.get(..end)?)?, end)));
        let (shown, used) = decoded.unwrap_or_else(|| ("&".to_owned(), 1));
        out.push_str(&shown);
        rest = tail.get(used..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The character of a name; the parser of Markdown knows them all.
fn character(name: &str) -> Option<String> {
    let found = Parser::new(name).find_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    found.filter(|text| text != name)
}

/// HTML as plain text: known tags go, breaks become line ends, pictures and sounds leave nothing.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut hidden: Option<&str> = None;
    let pieces = pieces(html);
    let closes = |name: &str, from: usize| {
        let later = pieces.iter().skip(from);
        later
            .into_iter()
            .any(|piece| matches!(piece, Piece::Close(end) if end.eq_ignore_ascii_case(name)))
    };
    for (at, piece) in pieces.iter().copied().enumerate() {
        match piece {
            Piece::Close(name) if hidden.is_some_and(|h| h.eq_ignore_ascii_case(name)) => {
                hidden = None;
            }
            _ if hidden.is_some() => {}
            Piece::Text(text) => out.push_str(&unescape(text)),
            Piece::Open(name, _)
                if ["script", "style"].contains(&name.to_ascii_lowercase().as_str())
                    && closes(name, at) =>
            {
                hidden = Some(name);
            }
            Piece::Open(name, _) | Piece::Close(name) if is_known(name) => {
                let name = name.to_ascii_lowercase();
                if PARAGRAPHS.contains(&name.as_str())
                    || BREAKS.contains(&name.as_str()) && !out.is_empty() && !out.ends_with('\n')
                {
                    out.push('\n');
                }
                if name == "li" && matches!(piece, Piece::Open(..)) {
                    out.push_str("- ");
                }
            }
            Piece::Open(name, attributes) => out.extend(["<", name, attributes, ">"]),
            Piece::Close(name) => out.extend(["</", name, ">"]),
            Piece::Comment(_) => {}
        }
    }
    without_sounds(&out)
}

/// Takes out Anki's `[sound:…]`.
fn without_sounds(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once("[sound:") {
        out.push_str(before);
        rest = tail.split_once(']').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_tags_are_in_order_so_that_they_can_be_looked_up() {
        assert!(KNOWN.is_sorted());
    }

    #[test]
    fn a_card_becomes_plain_text() {
        assert_eq!(
            text("<b>What</b> is x&nbsp;?<br>really"),
            "What is x\u{a0}?\nreally"
        );
        assert_eq!(
            text("a &lt;b&gt; &auml;&#252; &amp;nbsp; &nosuch; & c"),
            "a <b> äü &nbsp; &nosuch; & c"
        );
        assert_eq!(
            text("<img src='a>b.png'>see<script>alert(1)</script>[sound:x.mp3]"),
            "see"
        );
        assert_eq!(text("x<ul><li>a</li><li>b</li></ul>"), "x\n- a\n- b\n");
        assert_eq!(text("<div>a</div><div><br></div><div>b</div>"), "a\n\nb\n");
    }

    #[test]
    fn words_in_angle_brackets_stay() {
        assert_eq!(
            text("What is List<String> or <Router>?"),
            "What is List<String> or <Router>?"
        );
        assert_eq!(text("a < b and b > c <"), "a < b and b > c <");
        assert_eq!(
            text("Why do <b>scripts</b> (<script>) stand last?"),
            "Why do scripts () stand last?"
        );
    }

    #[test]
    fn an_attribute_is_found_with_and_without_quotes() {
        assert_eq!(attribute(" class=x HREF=\"#toc\"", "href"), Some("#toc"));
        assert_eq!(attribute(" href=#a", "href"), Some("#a"));
        assert_eq!(attribute(" name='x'", "href"), None);
    }
}
