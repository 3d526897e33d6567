"""Answers without a key and without a network: OCR and rules for invoices, rules for questions."""
