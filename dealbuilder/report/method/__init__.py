"""The method: pages that say how the model works, filled from the catalogue so that they cannot drift from it."""
