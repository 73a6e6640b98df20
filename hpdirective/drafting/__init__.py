"""A first tree of a directive, drafted from its plain text: every word kept, every doubt named."""
