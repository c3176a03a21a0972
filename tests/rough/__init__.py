"""Rough treatment: programs that kill, starve and break the real one, and say what was left of the work."""
