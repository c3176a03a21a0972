"""The print kit: everything a session needs on paper, one part a file."""
