"""Draws invoices and receipts of which every field is known: for tests, and to measure engines on."""
