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
set -- -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile "$@"
if [ -z "${DEALBUILDER_COVERAGE:-}" ]; then exec "$venv/bin/python" "$@"; fi

# The engine is compiled from its bytecode, which must stay as it is.
mkdir -p "$root/build"
"$venv/bin/python" -m slipcover --source dealbuilder --omit 'dealbuilder/engine/*' --json --out "$root/build/coverage.json" \
    "$@" -W "ignore:Module already imported so cannot be rewritten; slipcover"
exec "$venv/bin/python" -m tests.covered "$root/build/coverage.json"
