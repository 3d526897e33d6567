"""Other words for the same things, and things combined."""
