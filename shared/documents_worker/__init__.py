"""The child process that opens uploads: nothing in here may import the rest of FinTrak or anything slow."""
