//! Tags of HTML on a page: they open and close the same frames as Markdown does.

use super::{Builder, Frame, Kind, Text, Use};
use crate::content::import::html::{self, Piece};

impl Builder {
    pub(super) fn html_chunk(&mut self, chunk: &str) {
        match &mut self.html {
            Some((_, html)) => html.push_str(chunk),
            None => self.tags(chunk, false),
        }
    }

    /// Reads tags and the text between them.
    pub(super) fn tags(&mut self, source: &str, inline: bool) {
        for piece in html::pieces(source) {
            let lines = match piece {
                Piece::Text(text) => self.tag_text(text),
                Piece::Open(name, attributes) => {
                    self.open_tag(name, attributes, inline);
                    attributes.matches('\n').count()
                }
                Piece::Close(name) => {
                    self.close_tag(name, inline);
                    0
                }
                Piece::Comment(comment) => comment.matches('\n').count(),
            };
            self.at += u32::try_from(lines).unwrap_or(0);
        }
    }

    /// Text between tags; gives the lines that are still to be counted.
    fn tag_text(&mut self, text: &str) -> usize {
        if self.hidden.is_some() {
            return text.matches('\n').count();
        }
        if let Some((_, code)) = &mut self.code {
            code.push_str(&html::unescape(text));
            return text.matches('\n').count();
        }
        for (i, line) in text.split('\n').enumerate() {
            if i > 0 {
                self.at += 1;
                self.new_line();
            }
            if !line.trim().is_empty() {
                let starts = self
                    .pen
                    .as_ref()
                    .is_none_or(|p| p.text.lines.last().is_none_or(|l| l.shown.is_empty()));
                let line = html::unescape(line);
                self.write(if starts { line.trim_start() } else { &line }, false);
            }
        }
        0
    }

    fn open_tag(&mut self, name: &str, attributes: &str, inline: bool) {
        let lower = name.to_ascii_lowercase();
        if self.hidden.is_some() {
            return;
        }
        match lower.as_str() {
            "br" => self.new_line(),
            "details" | "summary" | "ul" | "ol" | "li" | "table" | "pre" | "dt"
                if self.table.is_some() =>
            {
                self.new_line();
            }
            "details" => self.open(Kind::Fold(Text::default())),
            "summary" => self.take_pen(Use::Summary),
            "b" | "strong" => self.bold += 1,
            "code" | "tt" if self.code.is_none() => self.write("`", true),
            "a" => {
                if let Some(target) = html::attribute(attributes, "href") {
                    self.open_link(target);
                }
            }
            "img" | "svg" | "picture" | "video" | "iframe" => self.line().pictures += 1,
            "ul" => self.open(Kind::List(None)),
            "ol" => self.open(Kind::List(Some(1))),
            "li" => {
                // An item that was not closed ends where the next begins.
                let is_item = |f: &&Frame| f.tagged && matches!(f.kind, Kind::Item(_));
                if self.frames.last().as_ref().is_some_and(is_item) {
                    self.close(|k| matches!(k, Kind::Item(_)));
                }
                if !self
                    .frames
                    .last()
                    .is_some_and(|f| f.tagged && matches!(f.kind, Kind::List(_)))
                {
                    self.open(Kind::List(None));
                }
                self.open(Kind::Item(None));
            }
            "table" => self.open(Kind::Layout),
            "script" | "style" => self.hidden = Some(lower),
            "head" | "nav" | "footer" | "aside" if self.whole => self.hidden = Some(lower),
            "pre" => {
                self.flush();
                self.code = Some((self.at, String::new()));
            }
            "dt" => {
                self.take_pen(Use::Para);
                self.bold += 1;
            }
            tag => match heading(tag) {
                Some(level) if self.table.is_none() => self.take_pen(Use::Heading(level)),
                _ if html::is_known(tag) => self.part_at(tag),
                _ if inline => self.write(&format!("<{name}{attributes}>"), false),
                _ => {}
            },
        }
    }

    fn close_tag(&mut self, name: &str, inline: bool) {
        let lower = name.to_ascii_lowercase();
        if self.hidden.is_some() {
            self.hidden = self.hidden.take().filter(|hidden| *hidden != lower);
            return;
        }
        match lower.as_str() {
            "details" | "summary" | "ul" | "ol" | "li" | "table" | "pre" | "dt"
                if self.table.is_some() => {}
            "details" => self.close(|k| matches!(k, Kind::Fold(_))),
            "summary" => self.end_summary(),
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "code" | "tt" if self.code.is_none() => self.write("`", true),
            "a" if !self.links.is_empty() => self.close_link(),
            "ul" | "ol" => self.close(|k| matches!(k, Kind::List(_))),
            "li" => self.close(|k| matches!(k, Kind::Item(_))),
            "table" => self.close(|k| *k == Kind::Layout),
            "pre" => self.end_code(),
            "dt" => {
                self.bold = self.bold.saturating_sub(1);
                self.flush();
            }
            tag if html::is_known(tag) => self.part_at(tag),
            _ if inline => self.write(&format!("</{name}>"), false),
            _ => {}
        }
    }

    /// Ends the words over a fold, with the list in them that goes on behind: there the answer begins.
    fn end_summary(&mut self) {
        self.flush();
        let fold = self
            .frames
            .iter()
            .rposition(|frame| matches!(frame.kind, Kind::Fold(_)));
        if let Some(place) = fold {
            self.close_down_to(place + 1);
        }
    }

    /// Begins a new paragraph where a tag parts text.
    fn part_at(&mut self, tag: &str) {
        let parts = [
            "p",
            "div",
            "center",
            "hr",
            "tr",
            "td",
            "th",
            "dd",
            "dl",
            "blockquote",
        ];
        if self.table.is_none() && (parts.contains(&tag) || heading(tag).is_some()) {
            self.flush();
        }
    }
}

fn heading(tag: &str) -> Option<u8> {
    let level = tag.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
