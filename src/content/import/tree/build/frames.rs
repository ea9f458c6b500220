//! Opens and closes what stands around other blocks.

use crate::content::import::asking::asks;
use crate::content::import::furniture;

use super::{Block, Builder, DEPTH, Frame, Item, Kind, List, Text, What};

impl Builder {
    pub(super) fn push(&mut self, first: u32, what: What) {
        let block = Block {
            first,
            last: self.at.max(first),
            what,
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(block);
        }
    }

    /// Opens what Markdown opens. An item always has a list around it, also where a tag has closed the one it had.
    pub(super) fn begin(&mut self, kind: Kind) {
        self.flush();
        if matches!(kind, Kind::Item(_))
            && !self
                .frames
                .last()
                .is_some_and(|f| matches!(f.kind, Kind::List(_)))
        {
            self.open(Kind::List(None));
        }
        let fits = self.frames.len() < DEPTH;
        self.own.push(fits.then_some(self.frames.len()));
        if fits {
            self.frames.push(Frame::new(kind, false, self.at));
        }
    }

    /// Closes what Markdown opened last, with every tag that was left open in it.
    pub(super) fn finish(&mut self) {
        self.flush();
        match self.own.pop().flatten() {
            Some(place) => self.close_down_to(place),
            // The list that was put around items after a tag had closed theirs.
            None if self
                .frames
                .last()
                .is_some_and(|f| f.tagged && matches!(f.kind, Kind::List(_))) =>
            {
                self.pop();
            }
            None => {}
        }
    }

    /// Opens what a tag opens.
    pub(super) fn open(&mut self, kind: Kind) {
        self.flush();
        if self.frames.len() < DEPTH {
            self.frames.push(Frame::new(kind, true, self.at));
        }
    }

    /// Closes what a tag opened. A fold is closed wherever its end stands, as browsers do; nothing else closes what
    /// Markdown opened.
    pub(super) fn close(&mut self, is_it: impl Fn(&Kind) -> bool) {
        self.flush();
        let through = is_it(&Kind::Fold(Text::default()));
        let open = self
            .frames
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, f)| f.tagged || through && f.kind != Kind::Root);
        let found = open
            .filter(|(_, f)| f.tagged && is_it(&f.kind))
            .map(|(place, _)| place)
            .next();
        if let Some(place) = found {
            self.close_down_to(place);
        }
    }

    pub(super) fn close_down_to(&mut self, place: usize) {
        while self.frames.len() > place.max(1) {
            self.pop();
        }
        for own in &mut self.own {
            *own = own.filter(|own| *own < place);
        }
    }

    pub(super) fn pop(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let last = self.at.max(frame.first);
        let what = match frame.kind {
            Kind::Item(ticked) => {
                let item = Item {
                    first: frame.first,
                    last,
                    ticked,
                    blocks: frame.blocks,
                };
                if let Some(list) = self.frames.last_mut() {
                    list.items.push(item);
                }
                return;
            }
            Kind::List(start) => {
                // Words between the items of a list written in tags belong to the one before.
                let mut items = frame.items;
                match items.last_mut() {
                    Some(item) => item.blocks.extend(frame.blocks),
                    None => items.extend((!frame.blocks.is_empty()).then_some(Item {
                        first: frame.first,
                        last,
                        ticked: None,
                        blocks: frame.blocks,
                    })),
                }
                What::List(List { start, items })
            }
            Kind::Quote => quote(frame.blocks),
            Kind::Fold(summary) => What::Fold(summary, frame.blocks),
            Kind::Layout => What::Layout(flat(frame.blocks)),
            Kind::Root => return self.frames.push(frame),
        };
        self.push(frame.first, what);
    }
}

impl Builder {
    /// Ends a fold that was never closed where the next heading of the page stands: one as high as that above it.
    pub(super) fn end_at_heading(&mut self) {
        let Some(blocks) = self.frames.last_mut().map(|frame| &mut frame.blocks) else {
            return;
        };
        let level = |block: &Block| match block.what {
            What::Heading(level, _) => Some(level),
            _ => None,
        };
        let Some(above) = blocks.iter().rev().find_map(level) else {
            return;
        };
        let Some(Block {
            what: What::Fold(_, inner),
            last,
            ..
        }) = blocks.last_mut()
        else {
            return;
        };
        let next = inner
            .iter()
            .position(|block| level(block).is_some_and(|level| level <= above));
        if let Some(at) = next {
            let behind = inner.split_off(at);
            *last = inner.last().map_or(*last, |block| block.last);
            blocks.extend(behind);
        }
    }
}

/// A quotation. One with a mark and a title (`> [!tip]- Answer`) is folded away where the title asks or says that an
/// answer follows; any other mark only colors it.
fn quote(mut blocks: Vec<Block>) -> What {
    let Some(What::Para(text)) = blocks.first_mut().map(|block| &mut block.what) else {
        return What::Quote(blocks);
    };
    let Some(title) = text.take_mark() else {
        return What::Quote(blocks);
    };
    let joined = title.joined();
    let folds = asks(&joined).surely() || furniture::is_answer(&joined);
    if !folds && !title.is_empty() {
        text.lines
            .insert(0, title.lines.first().cloned().unwrap_or_default());
    }
    if text.lines.is_empty() {
        blocks.remove(0);
    }
    if folds {
        What::Fold(title, blocks)
    } else {
        What::Quote(blocks)
    }
}

/// The lines of all texts in some blocks.
fn flat(blocks: Vec<Block>) -> Text {
    let mut lines = Vec::new();
    for block in blocks {
        match block.what {
            What::Para(text) | What::Heading(_, text) | What::Layout(text) => {
                lines.extend(text.lines);
            }
            What::List(list) => {
                let inner = list
                    .items
                    .into_iter()
                    .flat_map(|item| item.blocks)
                    .collect();
                lines.extend(flat(inner).lines);
            }
            What::Quote(inner) | What::Fold(_, inner) => lines.extend(flat(inner).lines),
            What::Code(_) | What::Table(_) | What::Rule | What::Front(_) => {}
        }
    }
    Text { lines }
}
