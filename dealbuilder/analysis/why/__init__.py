"""Who earned a score: coalitions of clauses, exact and sampled credit, groups, and what is told of them."""
