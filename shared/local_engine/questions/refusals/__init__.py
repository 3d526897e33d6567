"""Which questions get no answer, and why: `reasons` decides, the others know one kind each."""
