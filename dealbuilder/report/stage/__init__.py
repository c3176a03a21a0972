"""What the room sees, as plain data: one frozen staging, turned into scenes; nothing sealed can be in it."""
