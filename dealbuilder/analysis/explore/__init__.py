"""Ensembles: packages x draws x worldviews, in chunks that any machine can run."""
