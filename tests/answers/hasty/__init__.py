"""Typed in haste or spoken, and what only looks as if it could not be answered."""
