#!/usr/bin/env bash
# Check the plans of a change: annotations and log, SARIF into a file, a summary of the step. Options come from the environment:
# HPD_PLANS HPD_FAIL_ON HPD_BASELINE HPD_SARIF HPD_ARGS HPD_BASE HPD_LANG; with HPD_BASE alone the plans changed since that commit.
set -uo pipefail

plans=()
changed=
if [ -n "${HPD_PLANS:-}" ]; then
  read -r -a plans <<<"$HPD_PLANS"
elif [ -n "${HPD_BASE:-}" ] && git rev-parse --quiet --verify "$HPD_BASE^{commit}" >/dev/null 2>&1; then
  changed=yes
  while IFS= read -r -d '' file; do
    # only files that are plans, or that cannot be read: a workflow file is none of ours
    if grep -qE '^(directive|actions|unit)[[:space:]]*:' "./$file" 2>/dev/null; then plans+=("./$file"); fi
  done < <(git diff --name-only -z --diff-filter=d "$HPD_BASE"...HEAD -- '*.yaml' '*.yml')
  if [ ${#plans[@]} -eq 0 ]; then
    echo "hpd: no plan was changed"
    if [ -n "${GITHUB_OUTPUT:-}" ]; then printf 'exit-code=0\n' >>"$GITHUB_OUTPUT"; fi
    exit 0
  fi
fi

options=(--fail-on "${HPD_FAIL_ON:-error}" --force)
if [ -n "${HPD_BASELINE:-}" ]; then options+=(--baseline "$HPD_BASELINE"); fi
if [ -n "${HPD_ARGS:-}" ]; then
  read -r -a more <<<"$HPD_ARGS"
  options+=("${more[@]}")
fi
sarif=${HPD_SARIF:-hpd.sarif}
summary=$(mktemp)
formats=(--format "sarif:$sarif" --format "markdown:$summary")
if [ -n "${GITHUB_ACTIONS:-}" ]; then formats+=(--format github); else formats+=(--format text); fi

hpd validate "${options[@]}" "${formats[@]}" ${plans[@]+"${plans[@]}"}
code=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  printf 'sarif=%s\nexit-code=%s\n' "$sarif" "$code" >>"$GITHUB_OUTPUT"
fi
rm -f "$summary"
exit "$code"
