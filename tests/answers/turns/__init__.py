"""Turns of phrase that were misread once: weeks begun on a day, ranges of weekdays, units before, splits, and haste."""
