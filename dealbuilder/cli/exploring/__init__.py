"""The command explore: which packages, where to run them, what it says."""
