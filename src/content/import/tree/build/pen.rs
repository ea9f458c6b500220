//! Writes the text at hand, line by line, and puts it where it belongs.

use super::{Builder, Kind, Line, Link, Pen, Use, What};

impl Builder {
    /// Writes into the line at hand.
    pub(super) fn write(&mut self, text: &str, is_code: bool) {
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        let (bold, link) = (self.bold > 0, self.links.last().map(|l| l.inside));
        let row = self.line();
        let leads = bold && row.lead == row.shown.len();
        row.shown.push_str(text);
        row.all += count;
        if bold {
            row.bold += count;
        }
        if leads {
            row.lead = row.shown.len();
        }
        if is_code {
            row.code += count;
        }
        if let Some(inside) = link {
            row.linked += count;
            row.inside += if inside { count } else { 0 };
        }
    }

    pub(super) fn line(&mut self) -> &mut Line {
        let at = self.at;
        let pen = self.pen.get_or_insert_with(|| Pen::new(Use::Para, at));
        if pen.text.lines.is_empty() {
            pen.text.lines.push(Line {
                number: at,
                ..Line::default()
            });
        }
        let last = pen.text.lines.len() - 1;
        let line = &mut pen.text.lines[last];
        if line.shown.is_empty() {
            line.number = at;
        }
        line
    }

    pub(super) fn new_line(&mut self) {
        if let Some(pen) = &mut self.pen {
            pen.text.lines.push(Line {
                number: self.at,
                ..Line::default()
            });
        }
        self.links.iter_mut().for_each(|link| link.from = 0);
    }

    pub(super) fn open_link(&mut self, target: &str) {
        let from = self.line().shown.len();
        let inside = target.starts_with('#');
        self.links.push(Link { inside, from });
    }

    /// A link without a letter, such as an arrow to the top, leaves nothing.
    pub(super) fn close_link(&mut self) {
        let Some(link) = self.links.pop() else { return };
        let row = self.line();
        let words = row.shown.get(link.from..).unwrap_or_default();
        if !words.chars().any(char::is_alphanumeric) {
            let count = words.chars().filter(|c| !c.is_whitespace()).count();
            row.shown.truncate(link.from);
            row.all = row.all.saturating_sub(count);
            row.linked = row.linked.saturating_sub(count);
        }
    }

    pub(super) fn take_pen(&mut self, becomes: Use) {
        self.flush();
        self.pen = Some(Pen::new(becomes, self.at));
    }

    /// Ends the text at hand and puts it where it belongs.
    pub(super) fn flush(&mut self) {
        let Some(mut pen) = self.pen.take() else {
            return;
        };
        pen.text.trim();
        self.links.clear();
        if pen.becomes == Use::Cell {
            self.row.push(pen.text);
            return;
        }
        if pen.text.lines.is_empty() {
            return;
        }
        match pen.becomes {
            Use::Heading(level) => self.push(pen.first, What::Heading(level, pen.text)),
            Use::Summary => {
                let fold = self
                    .frames
                    .iter_mut()
                    .rev()
                    .find(|f| matches!(f.kind, Kind::Fold(_)));
                if let Some(fold) = fold {
                    fold.kind = Kind::Fold(pen.text);
                }
            }
            Use::Para | Use::Cell => self.push(pen.first, What::Para(pen.text)),
        }
    }
}
