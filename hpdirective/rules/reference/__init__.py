"""Rules on what a plan refers to, and the duties it owes."""
