//! Turns `assets/keymap.toml` into a table of plain rows.

/// Writes the rows into the build folder.
pub fn prepare() {}
