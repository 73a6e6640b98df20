"""What plans cover, one file a format."""

from hpdirective.reporters.coverage import json, text

REPORTERS = {"text": text.render, "json": json.render}
