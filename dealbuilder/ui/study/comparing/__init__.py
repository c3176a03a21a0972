"""The parts of the panel that compares packages: what is chosen, clauses, outcomes, map, gap."""
