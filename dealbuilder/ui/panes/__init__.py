"""The panes of the workbench; strangers to each other."""
