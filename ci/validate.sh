#!/usr/bin/env bash
# Check the plans of a change: annotations and log, SARIF into a file, a summary of the step. Options come from the environment:
# HPD_PLANS HPD_FAIL_ON HPD_BASELINE HPD_SARIF HPD_ARGS HPD_BASE HPD_LANG; with HPD_BASE alone the plans changed since that commit.
set -uo pipefail

# Whether a changed YAML file is a plan, or one that cannot be read or has lost its keys: any other file (a workflow) is none of ours.
is_ours() {
  [ ! -s "$1" ] || ! LC_ALL=C tr -d '\000' <"$1" | cmp -s - "$1" || ! iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1 ||
    grep -qiE "^[[:space:]]*[\"']?(directive|unit|actions|objectives)[\"']?[[:space:]]*:" "$1"
}

sarif=${HPD_SARIF:-hpd.sarif}
plans=()
if [ -n "${HPD_PLANS:-}" ]; then
  read -r -a plans <<<"$HPD_PLANS"
elif [ -n "${HPD_BASE:-}" ] && git rev-parse --quiet --verify "$HPD_BASE^{commit}" >/dev/null 2>&1; then
  top=$(git rev-parse --show-cdup) # git names files from the root of the repository
  changed=$(mktemp)
  if git diff --name-only -z --diff-filter=d "$HPD_BASE"...HEAD -- ":(top,icase)*.yaml" ":(top,icase)*.yml" >"$changed"; then
    while IFS= read -r -d '' file; do
      if is_ours "./$top$file"; then plans+=("./$top$file"); fi
    done <"$changed"
    if [ ${#plans[@]} -eq 0 ]; then
      echo "hpd: no plan was changed"
      printf '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"hpdirective"}},"results":[]}]}\n' >"$sarif"
      if [ -n "${GITHUB_OUTPUT:-}" ]; then printf 'sarif=%s\nexit-code=0\n' "$sarif" >>"$GITHUB_OUTPUT"; fi
      rm -f "$changed"
      exit 0
    fi
  else
    echo "hpd: git cannot tell what was changed, so all plans are checked" >&2
  fi
  rm -f "$changed"
fi

options=(--fail-on "${HPD_FAIL_ON:-error}" --force)
if [ -n "${HPD_BASELINE:-}" ]; then options+=(--baseline "$HPD_BASELINE"); fi
if [ -n "${HPD_ARGS:-}" ]; then
  read -r -a more <<<"$HPD_ARGS"
  options+=("${more[@]}")
fi
summary=$(mktemp)
formats=(--format "sarif:$sarif" --format "markdown:$summary")
if [ -n "${GITHUB_ACTIONS:-}" ]; then formats+=(--format github); else formats+=(--format text); fi

rm -f "$sarif" # one of an earlier run would be taken for this one's
hpd validate "${options[@]}" "${formats[@]}" ${plans[@]+"${plans[@]}"}
code=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  if [ -f "$sarif" ]; then printf 'sarif=%s\n' "$sarif" >>"$GITHUB_OUTPUT"; fi
  printf 'exit-code=%s\n' "$code" >>"$GITHUB_OUTPUT"
fi
rm -f "$summary"
exit "$code"
