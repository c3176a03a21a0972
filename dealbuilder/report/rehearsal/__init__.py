"""The rehearsal check: whether a session can be run here, line by line, before anybody is in the room."""
