"""The debrief of a workshop: what happened in the room, from the record of the session alone."""
