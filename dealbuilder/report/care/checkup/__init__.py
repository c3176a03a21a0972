"""What the program stands on and whether it works here, line by line: for `doctor` and for Help in the window."""
