//! An editor for running text.
