"""What the study says, on paper and in data: a module a question."""
