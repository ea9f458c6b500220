//! What a person wants done with sound. All of it is optional, and nothing is recorded before they say so.

/// How many days recordings are kept unless they say otherwise.
pub const KEPT_DAYS: u16 = 30;

/// The part of `config.toml` that is about sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    /// Whether answers that are spoken are recorded.
    pub record: bool,
    /// Days that recordings are kept; 0 keeps them until somebody takes them away.
    pub kept_days: u16,
    /// Whether each question is read aloud when it comes up.
    pub reads: bool,
    /// The program that records, as program and arguments; empty: one that is found.
    pub recorder: Vec<String>,
    /// The program that plays a recording; empty: one that is found.
    pub player: Vec<String>,
    /// The program that reads aloud what it gets on its standard input; empty: one that is found.
    pub reader: Vec<String>,
}

impl Default for Sound {
    fn default() -> Self {
        Self {
            record: false,
            kept_days: KEPT_DAYS,
            reads: false,
            recorder: Vec::new(),
            player: Vec::new(),
            reader: Vec::new(),
        }
    }
}
