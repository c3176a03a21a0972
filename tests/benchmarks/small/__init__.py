"""A small model of 30 stocks, written once and put into the language of every peer."""
