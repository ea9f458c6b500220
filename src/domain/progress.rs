//! How it goes: counts and usual levels, honest about small numbers.
