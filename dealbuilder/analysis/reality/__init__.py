"""Reality checks: sentences "if X, then Y" that the engine must keep, whatever its figures."""
