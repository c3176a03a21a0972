"""Parts of the panel on better deals: what is asked, what was found, the maps."""
