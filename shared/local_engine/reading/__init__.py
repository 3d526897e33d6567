"""Invoices read without a model server: OCR in a process of its own, then rules about where things stand."""
