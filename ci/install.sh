#!/usr/bin/env bash
# Install hpd from this checkout into an environment of its own, and put it on the path of the steps that follow.
set -euo pipefail
source_dir=${HPD_SOURCE:-$(cd "$(dirname "$0")/.." && pwd)}
home=${HPD_HOME:-${RUNNER_TEMP:-${TMPDIR:-/tmp}}/hpd}
python=${PYTHON:-python3}
"$python" -m venv "$home"
bin=$home/bin
[ -d "$bin" ] || bin=$home/Scripts # Windows
"$bin/python" -m pip install --quiet --disable-pip-version-check "$source_dir"
if [ -n "${GITHUB_PATH:-}" ]; then
  printf '%s\n' "$bin" >>"$GITHUB_PATH"
else
  printf 'hpd is installed: %s\n' "$bin/hpd"
fi
