"""What the study says on paper: a file a question."""
