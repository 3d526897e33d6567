"""The words of a question -> tags: what they mean, in which language, and which of the user's payees they name.

`tokens` folds, `spelling` corrects, `lexicon` finds phrases of a `vocabulary`, `payees` finds names, in other `scripts`
too; `tagging` puts these together; what tags mean beside each other `numerals`, `capitals`, `prefixes`, `context` and
`askers` tell. `reading` has them all in order; `forms` knows endings and closed lists of words.
"""
