"""What the paper is as a whole: an invoice or not, from which country, under which number."""
