"""Asked plainly."""
