//! The one place where chance comes in: a seed from the system, when the user gave none.

use rand::TryRng as _;
use rand::rngs::SysRng;

/// A seed from the system; a fixed one where the system has none to give.
pub fn seed() -> u64 {
    SysRng.try_next_u64().unwrap_or(1)
}
