"""Boxes of text -> cells, lines and one sheet of all pages, as a person reads them."""
