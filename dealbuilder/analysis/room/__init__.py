"""What the tables of a workshop put down, beside one another: scores under one setting, clauses, and merges."""
