"""From pixels or a text layer to the fields of an invoice, by OCR and rules; `read.py` is the table of contents.

    ocr/      pixels -> boxes of text, upright                 (skipped for a PDF that brings its text)
    sheet/    boxes -> cells -> lines -> one Sheet
    wording/  which phrases mean what; used by all below
    money/    Sheet -> every Amount with its label -> total -> tax; payment; currency
    dates/    Sheet -> every date -> the day of issue
    payee/    Sheet -> every name with its points -> the payee
    paper/    Sheet -> country, invoice number; with what was found: is it an invoice at all

Each finder lists all candidates, gives each points for what stands beside it, for its place and for its arithmetic, and
takes the best; a rival that is close makes it doubtful. Nothing is invented: without a candidate a field is None.
"""
