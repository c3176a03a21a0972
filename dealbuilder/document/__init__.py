"""What the user wrote, and its file."""
