"""The subject's own nouns, frozen: what a directive, a unit and a plan are."""
