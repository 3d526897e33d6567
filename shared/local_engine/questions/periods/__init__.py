"""Tags -> the days a question is about.

Each class reads larger pieces than the one it extends: `words`, `dated`, `named`, `relative`, `parts`, `atoms` (one
span), `pairs` and `ranges` (two of them), `finder` (all of a question). `spans` are the values.
"""
