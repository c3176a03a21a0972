"""Stands in for SciPy's HiGHS in the bundle: scipy.optimize imports it for linear programs, and none is solved here."""

kHighsInf = float("inf")
HighsDebugLevel = ObjSense = HighsModelStatus = simplex_constants = None
