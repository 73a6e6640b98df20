"""What `validate` found, one file a format."""

from hpdirective.reporters.assessment import json, text

REPORTERS = {"text": text.render, "json": json.render}
