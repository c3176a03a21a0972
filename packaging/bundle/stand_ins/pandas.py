"""Stands in for pandas in the bundle: two libraries import it for tables that this program never asks them for."""


class Timestamp:
    """A type that no value has."""
