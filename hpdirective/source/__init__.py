"""Readers of plain files: strings and places, no types."""
