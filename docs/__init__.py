"""What the docs repeat of the code is made here: `make docs`, `make diagrams`."""
