"""Every date on the sheet, and which of them is the day of issue."""
