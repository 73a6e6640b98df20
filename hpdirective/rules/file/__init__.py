"""Rules on files and their YAML."""
