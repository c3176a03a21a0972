"""Dialogs; none computes."""
