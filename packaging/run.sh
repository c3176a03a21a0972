#!/bin/sh
# Sets this checkout up where needed and opens the workbench with an example deal.
# Without a display it scores the example and writes its PDF and a picture of the window.
set -eu
. "$(dirname -- "$0")/setup.sh"

lock_setup
install_libraries
install_python "$root/requirements.lock"
warm_kernel
unlock_setup

if [ "$#" -eq 0 ]; then set -- example:essay_full; fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$venv/bin/dealbuilder" "$@"
fi

out="$root/build"
mkdir -p "$out"
say "there is no display, so the workbench cannot open; scoring $1 instead"
"$venv/bin/dealbuilder" score "$1"
"$venv/bin/dealbuilder" report "$1" -o "$out/deal.pdf"
QT_QPA_PLATFORM=offscreen "$venv/bin/dealbuilder" --shot "$out/window.png" "$1"
say "wrote $out/deal.pdf and $out/window.png"
