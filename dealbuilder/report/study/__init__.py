"""What the study says on paper, a question a file."""
