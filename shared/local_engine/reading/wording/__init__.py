"""Which words stand beside what on invoices, and how they are found in text that OCR mangled."""
