//! Symbols. Every one is a single cell in both sets, so that nothing moves when the set changes.

use crate::keys::pair;

/// A set of symbols.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Focus, in the margin.
    pub focus: &'static str,
    /// Active section; time that has gone.
    pub heavy: &'static str,
    /// Time to come.
    pub light: &'static str,
    /// Rule across the page.
    pub rule: &'static str,
    /// Edge of the window on the time line; the road.
    pub edge: &'static str,
    /// Corners of what floats: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// Sides of what floats: horizontal, vertical.
    pub sides: [&'static str; 2],
    /// Cut text.
    pub cut: &'static str,
    /// What lies behind.
    pub done: &'static str,
    /// Where I am.
    pub here: &'static str,
    /// What lies ahead.
    pub ahead: &'static str,
    /// One answer.
    pub dot: &'static str,
    /// No answer.
    pub none: &'static str,
    /// Bar.
    pub bar: &'static str,
    /// Rest of the bar.
    pub rest: &'static str,
    /// Four heights, lowest first: levels over time.
    pub heights: [&'static str; 4],
    /// A value that can change: before and after.
    pub value: [&'static str; 2],
    /// A chosen option of several.
    pub chosen: &'static str,
    /// Arrow keys in hints: up, down, left, right.
    pub arrows: [&'static str; 4],
    /// In the margin of lines that go on: above, below.
    pub more: [&'static str; 2],
}

impl Glyphs {
    /// The keys left and right as one hint.
    pub fn left_right(&self) -> String {
        let [_, _, left, right] = self.arrows;
        pair(left, right)
    }
}

/// Box drawing, dots and bars.
pub static UNICODE: Glyphs = Glyphs {
    focus: "▌",
    heavy: "━",
    light: "╌",
    rule: "─",
    edge: "│",
    corners: ["┌", "┐", "└", "┘"],
    sides: ["─", "│"],
    cut: "…",
    done: "●",
    here: "◐",
    ahead: "○",
    dot: "●",
    none: "·",
    bar: "█",
    rest: "░",
    heights: ["▂", "▄", "▆", "█"],
    value: ["‹", "›"],
    chosen: "•",
    arrows: ["↑", "↓", "←", "→"],
    more: ["↑", "↓"],
};

/// Only `0x20` to `0x7E`.
pub static ASCII: Glyphs = Glyphs {
    focus: ">",
    heavy: "=",
    light: "-",
    rule: "-",
    edge: "|",
    corners: ["+", "+", "+", "+"],
    sides: ["-", "|"],
    cut: "~",
    done: "*",
    here: "+",
    ahead: "o",
    dot: "*",
    none: ".",
    bar: "#",
    rest: ".",
    heights: ["_", "-", "=", "#"],
    value: ["<", ">"],
    chosen: "*",
    arrows: ["Up", "Down", "Left", "Right"],
    more: ["^", "v"],
};
