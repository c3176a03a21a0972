"""What views show: rows made from the catalogue and from evaluations."""
