//! What a pane may touch while it updates: the model, effects, toasts.
