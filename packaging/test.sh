#!/bin/sh
# All the checks of rcdesk, preparing what is missing: `sh packaging/test.sh [arguments of pytest]`. Every check runs even
# when one before it failed; the exit is 0 only when all passed.
set -eu
root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/packaging/setup.sh"

prepare tests
prepare_qt tests
cd "$root"
# A thousand bases are made and thrown away: where the memory has room for them, no disk waits for each.
room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "${room:-0}" -gt 4000000 ]; then
  TMPDIR=$(mktemp -d /dev/shm/rcdesk-XXXXXX)
  export TMPDIR
  trap 'rm -rf "$TMPDIR"' EXIT
fi
failed=
check() {
  say "$*"
  "$python" -m "$@" || failed="$failed $1"
}
check ruff check .
check ruff format --check .
check mypy
check pytest "$@"
[ -z "$failed" ] || refuse "no pasó:$failed"
say "todo pasó"
