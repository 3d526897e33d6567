"""Which questions get no answer, and why.

`reasons` decides in order: what is `forbidden`; then, of the part that asks (`sentences`), what only tells
(`statements`), is `unrecorded`, off topic or without `evidence` that it is about invoices; last, what rests on
`unknown_nouns`.
"""
