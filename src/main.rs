//! Greenroom: starts the studio.

fn main() {}
