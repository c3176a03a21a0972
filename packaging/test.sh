#!/bin/sh
# Does the set-up of run.sh, adds the test tools, runs every test, tells how much of the program they ran and compares its
# speed with that of the commit before. With arguments it runs what pytest makes of them, and no more.
set -eu
. "$(dirname -- "$0")/setup.sh"

# Qt's tool that collects the texts on screen, which one test runs, needs one more library.
packages="$packages libgssapi-krb5-2"
libraries="$libraries libgssapi_krb5.so.2"

lock_setup
install_libraries
install_python "$root/packaging/test.lock"
warm_kernel
unlock_setup

cd "$root"
QT_QPA_PLATFORM=offscreen; export QT_QPA_PLATFORM
# Many tests start the program: without its bytecode each start compiles it anew.
unset PYTHONDONTWRITEBYTECODE
# File by file, the longest first (tests/conftest.py): the tests of one file share what is dear to make.
run() { "$venv/bin/python" "$@" --numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder; }
if [ $# -gt 0 ]; then run -m pytest "$@"; exit; fi

# The floors below the window are measured; windows under measurement have crashed in the garbage collector. The engine is
# compiled from its bytecode, which must stay as it is.
mkdir -p "$root/build"
windows="tests/ui tests/engine tests/packaging tests/benchmarks"
rest=
for folder in $windows; do rest="$rest --ignore=$folder"; done
failed=
run -m slipcover --source dealbuilder --omit 'dealbuilder/engine/*,dealbuilder/ui/*,dealbuilder/app.py' --json \
    --out "$root/build/coverage.json" -m pytest tests $rest '--ignore-glob=tests/test_*.py' \
    -W "ignore:Module already imported so cannot be rewritten; slipcover" || failed="$failed tests-below-the-window"
run -m pytest $windows tests/test_*.py || failed="$failed tests-of-the-window"
"$venv/bin/python" -m tests.covered "$root/build/coverage.json" || failed="$failed coverage"
"$venv/bin/python" -m tests.benchmarks.previous || failed="$failed speed"
[ -z "$failed" ] || stop "not well:$failed"
