"""Every name on the sheet, and which of them was paid."""
