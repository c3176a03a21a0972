"""What is said on paper, on stage and in files."""
