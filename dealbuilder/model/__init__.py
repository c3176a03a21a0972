"""The nouns: catalogue, package, parties, sources."""
