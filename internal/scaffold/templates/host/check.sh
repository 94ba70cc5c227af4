#!/usr/bin/env bash
# Everything a change has to pass, for Gitea, Jenkins, or any host that runs a
# script and looks at its exit status:
#
#   ci/check.sh [BASE]     BASE: the branch it is to be merged into (origin/main)
set -euo pipefail
cd "$(dirname "$0")/.."
ci/install.sh
ci/bin/gradus check
ci/changes.sh "${1:-origin/main}"
