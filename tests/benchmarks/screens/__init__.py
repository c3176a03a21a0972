"""What runs in a process of its own and prints JSON; the screen is never shown."""
