"""Rules on the shape of a plan."""
