"""The words of a question -> tags: what they mean, in which language, and which of the user's payees they name.

`tokens` folds, `spelling` corrects, `lexicon` finds phrases of a `vocabulary`, `payees` finds names, in other `scripts`
too; `tagging` puts these together, `numerals` and `context` look at tags beside each other, `forms` knows endings.
"""
