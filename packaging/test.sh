#!/bin/sh
# All the checks of rcdesk, preparing what is missing: `sh packaging/test.sh [arguments of pytest]`. Every check runs even
# when one before it failed; the exit is 0 only when all passed.
set -eu
root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/packaging/setup.sh"

prepare tests
prepare_qt tests
cd "$root"
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
