"""Packages side by side: what differs in their clauses and in what comes of them, on the same draws."""
