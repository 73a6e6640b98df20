"""Rules of the directive's and the units' own data."""
