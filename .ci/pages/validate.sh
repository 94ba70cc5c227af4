#!/usr/bin/env bash
# Builds the handbook and holds every page to the HTML standard and to the
# rules of .htmlvalidate.cjs. `npm ci` comes first.
set -euo pipefail
cd "$(dirname "$0")"

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
(cd ../.. && go run ./cmd/gradus build --out "$out/site")
npx --no-install html-validate --config .htmlvalidate.cjs "$out/site/**/*.html"
echo "$(find "$out/site" -name '*.html' | wc -l) pages are valid"
