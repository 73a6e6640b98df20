"""The rules, one file a format."""

from hpdirective.reporters.rules import json, text

REPORTERS = {"text": text.render, "json": json.render}
