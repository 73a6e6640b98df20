"""What `validate` found, one file a format."""

from hpdirective.reporters.assessment import (
    concise,
    github,
    gitlab,
    json,
    jsonl,
    junit,
    markdown,
    sarif,
    statistics,
    text,
)

REPORTERS = {
    "text": text.render,
    "quiet": text.quiet,
    "concise": concise.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "markdown": markdown.render,
    "statistics": statistics.render,
}
