"""Crash care: faults are caught, work is saved first, and one dialog tells it with a report to copy."""
