"""Short and plain questions, by people who had not seen the rules."""
