//! Keys, the table of commands, and the map between them.
