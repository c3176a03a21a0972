"""From runs to judgements."""
