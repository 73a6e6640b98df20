"""The tasks of the directive, one file a format."""

from hpdirective.reporters.tasks import json, text

REPORTERS = {"text": text.render, "json": json.render}
