"""What is said seldom: each question needs a rule that hardly another one needs."""
