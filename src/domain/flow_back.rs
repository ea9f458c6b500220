//! What a journal entry changes in practice.
