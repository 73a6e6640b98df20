"""Rules on indicators and targets."""
