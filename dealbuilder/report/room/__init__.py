"""The tables of a workshop told: sentences, tables, a map, and what goes into files."""
