"""Longer and compound questions, by people who had not seen the rules."""
