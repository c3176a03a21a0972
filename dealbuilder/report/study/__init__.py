"""What the study answers, on paper and in files: one question a module."""
