"""Packages beside one another, told: sentences, tables, figures, and what goes into files."""
