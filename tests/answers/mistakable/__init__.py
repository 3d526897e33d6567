"""Questions to be answered that look like ones to refuse: odd words around them, a story, a shop nobody knows."""
