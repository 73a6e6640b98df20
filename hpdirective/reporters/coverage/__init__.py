"""What plans cover, one file a format."""

from hpdirective.reporters.coverage import csv, json, markdown, text

REPORTERS = {
    "text": text.render,
    "json": json.render,
    "markdown": markdown.render,
    "csv": csv.render,
}
