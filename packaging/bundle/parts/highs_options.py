"""Stands in for the options of SciPy's HiGHS in the bundle, which has no HiGHS."""
