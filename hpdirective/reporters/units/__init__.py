"""The list of units, one file a format."""

from hpdirective.reporters.units import json, text

REPORTERS = {"text": text.render, "json": json.render}
