"""The rules, one file a format."""

from hpdirective.reporters.rules import json, markdown, text

REPORTERS = {"text": text.render, "json": json.render, "markdown": markdown.render}
