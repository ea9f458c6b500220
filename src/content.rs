//! What ships and what people add, read from TOML, lowered to domain types, checked.
