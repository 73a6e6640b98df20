"""What a trace found, one file a format."""

from hpdirective.reporters.trace import json, text

REPORTERS = {"text": text.render, "json": json.render}
