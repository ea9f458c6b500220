//! Texts kept once, known by a number.

use std::fmt;

/// The number of a text; the numbers of a history mean nothing to another one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(u32);

impl Name {
    /// The number as a place in a table.
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// All texts behind one another, with a small hash table over them: a map of strings would take three times
/// the room.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    text: String,
    ends: Vec<u32>,
    /// Numbers by hash, open addressing; [`FREE`] where there is none. Its length is a power of two.
    table: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Names {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number.
    pub fn text(&self, name: Name) -> &str {
        let end = |n: usize| self.ends.get(n).map_or(0, |e| *e as usize);
        let start = name.place().checked_sub(1).map_or(0, end);
        self.text.get(start..end(name.place())).unwrap_or("")
    }

    /// The number of a text that is known.
    pub fn find(&self, text: &str) -> Option<Name> {
        if self.table.is_empty() {
            return None;
        }
        match self.table[self.slot(text)] {
            FREE => None,
            n => Some(Name(n)),
        }
    }

    /// The number of a text, which is kept when it is new.
    pub fn keep(&mut self, text: &str) -> Name {
        if (self.len() + 1) * 4 > self.table.len() * 3 {
            self.grow();
        }
        let slot = self.slot(text);
        if self.table[slot] == FREE {
            let number = u32::try_from(self.len()).unwrap_or(FREE - 1);
            self.text.push_str(text);
            self.ends
                .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
            self.table[slot] = number;
        }
        Name(self.table[slot])
    }

    /// Gives unused room back.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes of memory.
    #[cfg(test)]
    pub fn bytes(&self) -> usize {
        self.text.capacity() + (self.ends.capacity() + self.table.capacity()) * 4
    }

    /// Where a text is, or where it belongs.
    fn slot(&self, text: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(text) & mask;
        while self.table[slot] != FREE && self.text(Name(self.table[slot])) != text {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.table = vec![FREE; (self.table.len() * 2).max(64)];
        for number in 0..u32::try_from(self.len()).unwrap_or(FREE) {
            let slot = self.slot(self.text(Name(number)));
            self.table[slot] = number;
        }
    }
}

/// FNV-1a with its halves mixed: the lower bits choose the slot.
fn hash(text: &str) -> usize {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| {
        (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    usize::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0)
}
