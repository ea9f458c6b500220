//! What ships and what people add, read from TOML, lowered to domain types, checked.

#[expect(
    dead_code,
    reason = "the loader of packs and the linter, which come next, use the rest"
)]
mod found;
mod hint;
#[expect(
    dead_code,
    unused_imports,
    reason = "the loader of packs and the linter, which come next, use the rest"
)]
mod lower;
pub mod mine;
mod packed;
pub mod packs;
#[expect(
    dead_code,
    unused_imports,
    reason = "the loader of packs and the linter, which come next, use the rest"
)]
mod raw;
pub mod shipped;
