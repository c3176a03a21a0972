#!/bin/sh
# Does the set-up of run.sh, adds the test tools and runs every test. Arguments go to pytest.
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
# File by file: the tests of one file share what is dear to make.
run() { "$venv/bin/python" "$@" --numprocesses=auto --maxprocesses=4 --dist=loadfile; }
if [ -z "${DEALBUILDER_COVERAGE:-}" ]; then run -m pytest "$@"; exit; fi

# The floors below the window are measured; windows under measurement have crashed in the garbage collector. The engine is
# compiled from its bytecode, which must stay as it is.
mkdir -p "$root/build"
windows="tests/ui tests/engine tests/packaging tests/benchmarks"
rest=
for folder in $windows; do rest="$rest --ignore=$folder"; done
run -m slipcover --source dealbuilder --omit 'dealbuilder/engine/*,dealbuilder/ui/*,dealbuilder/app.py' --json \
    --out "$root/build/coverage.json" -m pytest tests $rest '--ignore-glob=tests/test_*.py' \
    -W "ignore:Module already imported so cannot be rewritten; slipcover" "$@"
run -m pytest $windows tests/test_*.py "$@"
"$venv/bin/python" -m tests.covered "$root/build/coverage.json"
