"""What `fix` mended or would mend, one file a format."""

from hpdirective.reporters.fixes import diff, json, text

REPORTERS = {"text": text.render, "json": json.render, "diff": diff.render}
