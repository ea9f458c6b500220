//! Files of the user: durable writes, append-only logs, drafts, trash, recovery.
