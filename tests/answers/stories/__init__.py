"""Questions wrapped in slang, courtesy, a story, an emoji or a typo."""
