"""A scripted counterpart to rehearse against: it answers proposals by its own value and by a plain tactic."""
