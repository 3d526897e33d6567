"""Questions with one more condition, period, name or order than plain ones: none of them may vanish from the answer."""
