"""Stand-ins for servers we do not run ourselves, each on a port of its own."""
