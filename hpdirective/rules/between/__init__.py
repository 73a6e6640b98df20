"""Rules between plans."""
