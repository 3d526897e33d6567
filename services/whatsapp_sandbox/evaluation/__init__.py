"""How well an engine reads a folder of labelled documents: `make eval DATA=folder`."""
