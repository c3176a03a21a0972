"""The deal as a negotiation domain in the nouns of NegMAS: issues, outcomes, utilities. Needs no NegMAS itself."""
