"""Ensembles in a folder: manifest, Parquet parts, packages and a summary."""
