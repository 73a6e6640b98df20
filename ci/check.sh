#!/usr/bin/env bash
# A plain example for any other CI: check a folder of plans, keep the reports, and fail where the directive is not met.
set -euo pipefail
plans=${1:-plans}
reports=${2:-reports}
mkdir -p "$reports"
code=0
hpd validate "$plans" --force \
  --format "sarif:$reports/hpd.sarif" \
  --format "junit:$reports/hpd.xml" \
  --format "jsonl:$reports/findings.jsonl" \
  --format concise || code=$?
hpd coverage --plans "$plans" --force --format "json:$reports/coverage.json" --format "markdown:$reports/coverage.md" || code=$?
exit "$code"
