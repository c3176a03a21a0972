"""The parts of the presenter console; each shows a piece of the show and asks for deeds."""
