"""Measuring the program's speed: rows with targets, rounds that interleave, a page of results."""
