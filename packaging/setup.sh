# Sourced by run.sh and test.sh: Debian libraries, the environment, the compiled kernel.
# Idempotent: each step first looks whether it is done. Needs only a POSIX shell.

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
venv="$root/.venv"
say() { printf 'dealbuilder: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

packages="python3 python3-venv libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libwayland-cursor0 libwayland-egl1"
libraries="libglib-2.0.so.0 libEGL.so.1 libGL.so.1 libdbus-1.so.3 libfontconfig.so.1 libxkbcommon.so.0 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxcb-shape.so.0 libxkbcommon-x11.so.0 libwayland-cursor.so.0 libwayland-egl.so.1"

missing() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    for library in $libraries; do
        case "$known" in *"$library "*) ;; *) printf '%s ' "$library" ;; esac
    done
    python3 -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || printf 'python3>=3.11 '
}

install_libraries() {
    lacks=$(missing)
    [ -z "$lacks" ] && return 0
    line="apt-get install -y --no-install-recommends $packages"
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "this machine lacks: $lacks- install them with its package manager (Debian calls them: $packages), then run this command again. Nothing was changed."
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            as_root=sudo
        else
            stop "this machine lacks: $lacks- have an administrator run
    sudo apt-get update && sudo $line
then run this command again. Nothing was changed."
        fi
    fi
    say "installing Debian libraries"
    DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND
    $as_root apt-get update -qq >/dev/null && $as_root $line -qq >/dev/null || stop "apt-get could not install the libraries. Run '$line' by hand to see why; nothing else was changed."
    lacks=$(missing)
    [ -z "$lacks" ] || stop "still lacking after installation: $lacks"
}

stamp_of() { cat "$1" "$root/pyproject.toml" "$root/packaging/setup.sh" | cksum; python3 -V; }

# install_python LOCK: the environment holds exactly what LOCK lists, hashes checked, and this checkout.
install_python() {
    mark="$venv/$(basename "$1").done"
    wanted=$(stamp_of "$1")
    [ -x "$venv/bin/python" ] && [ -f "$mark" ] && [ "$(cat "$mark")" = "$wanted" ] && "$venv/bin/python" -c 'import dealbuilder' 2>/dev/null && return 0
    say "making the Python environment in $venv"
    # A half-made or moved environment is made anew; component wheels of Qt share files and must never be swapped in place.
    [ -f "$mark" ] && rm -rf "$venv"
    if [ -e "$venv" ] && ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then rm -rf "$venv"; fi
    [ -x "$venv/bin/pip" ] || python3 -m venv "$venv" || stop "cannot make $venv: is the folder writable and is there room? Nothing else was changed."
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r "$1" \
        && "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e "$root" \
        || stop "the Python packages could not be installed (see above). Check the connection to your package index, then run this command again."
    printf '%s' "$wanted" >"$mark"
}

warm_kernel() {
    "$venv/bin/python" -m dealbuilder.engine.warm || stop "the model's kernel could not be compiled (see above). 'NUMBA_DISABLE_JIT=1' lets the program run slowly without it."
}

# Two set-ups at once would write into one environment.
lock_setup() {
    command -v flock >/dev/null 2>&1 || return 0
    [ -w "$root" ] || return 0
    exec 9>"$root/.setup.lock"
    flock 9
}

unlock_setup() { exec 9>&-; }
