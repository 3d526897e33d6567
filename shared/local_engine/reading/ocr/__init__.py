"""Pixels of a page -> boxes of text: a warm process that is fed, watched and replaced."""
