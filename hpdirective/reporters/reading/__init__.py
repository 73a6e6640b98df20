"""How a cell is understood, one file a format."""

from hpdirective.reporters.reading import json, text

REPORTERS = {"text": text.render, "json": json.render}
