#!/usr/bin/env bash
# Prints, as Markdown, what a branch changes in assessments since it left BASE:
# levels up and down, regressions, coverage, evidence, what the gap list leads with.
# With a folder it also writes each difference there, as JSON.
#
#   ci/changes.sh BASE [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
gradus=ci/bin/gradus
base=$(git merge-base "$1" HEAD)
out=${2:-}
[ -z "$out" ] || mkdir -p "$out"

n=0
while IFS= read -r -d '' status && IFS= read -r -d '' file; do
  [[ $file =~ ^assessments/[a-z0-9-]+/[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z0-9-]*\.yaml$ ]] || continue
  n=$((n + 1))
  if [ "$status" = M ]; then # against what the file was
    sides=("$base:$file" "$file")
  else # against the team's assessment before
    sides=("$file")
  fi
  if "$gradus" diff --format markdown "${sides[@]}" 2>/dev/null; then
    [ -z "$out" ] || "$gradus" diff --format json "${sides[@]}" >"$out/$n.json"
  else # its first assessment
    "$gradus" score --format markdown "$file" || true
  fi
  echo
done < <(git diff --name-status --no-renames --diff-filter=AM -z "$base" HEAD -- assessments)
[ "$n" -gt 0 ] || echo "No assessment is changed."
