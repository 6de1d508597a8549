#!/usr/bin/env bash
# Everything `make demo` and `make test` need: a Python, the system's libraries, and .venv with the
# project in it. Run again, it does only what is missing.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

# Soname = Debian package, for what the wheels take from the system (found with ldd on a bare
# machine). Ubuntu has the same names; on Debian 13 apt turns libglib2.0-0 into libglib2.0-0t64.
LIBRARIES=(
    libEGL.so.1=libegl1
    libGL.so.1=libgl1
    libX11.so.6=libx11-6
    libxcb.so.1=libxcb1
    libxkbcommon.so.0=libxkbcommon0
    libdbus-1.so.3=libdbus-1-3
    libfontconfig.so.1=libfontconfig1
    libfreetype.so.6=libfreetype6
    libglib-2.0.so.0=libglib2.0-0
    libgssapi_krb5.so.2=libgssapi-krb5-2
    libbrotlidec.so.1=libbrotli1
)
FONT=fonts-dejavu-core
# Without Python the missing ones cannot be told from the others: all, so that one command does it.
EVERYTHING=("${LIBRARIES[@]#*=}" "$FONT")

say() { printf 'setup: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# Installs Debian packages, or ends with the command that the user has to type.
apt_install() {
    local sudo='' command="apt-get update && apt-get install --no-install-recommends $*"
    command -v apt-get >/dev/null || die "not a Debian system; install what Debian calls: $*"
    if [ "$(id -u)" -ne 0 ]; then
        # A password is asked for only where somebody is there to type it.
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            sudo=sudo
        else
            die "system packages are missing. As root: $command"
        fi
    fi
    say "installing system packages: $*"
    local apt=(${sudo:+"$sudo"} env DEBIAN_FRONTEND=noninteractive
        apt-get -q -y -o DPkg::Lock::Timeout=300)
    if [ -z "${updated:-}" ]; then
        "${apt[@]}" update || say "apt-get update failed; trying with the old lists"
        updated=yes
    fi
    "${apt[@]}" install --no-install-recommends "$@" || die "apt failed. As root: $command"
} >&2

# Sets version and python (the one behind a virtual environment); seen is what did not fit.
find_python() {
    local name answer
    local names=(.venv/bin/python python3 python3.13 python3.12 python3.11 /usr/bin/python3)
    [ -z "${PYTHON:-}" ] || names=("$PYTHON")
    seen=
    for name in "${names[@]}"; do
        answer=$("$name" -c 'import sys; v = sys.version_info; print(
            f"{v.major}.{v.minor} {sys._base_executable}")' 2>/dev/null) || continue
        version=${answer%% *} python=${answer#* }
        case $version in 3.11 | 3.12 | 3.13) return ;; esac
        seen+=" $name is $version;"
    done
    return 1
}

need_python() {
    find_python && return
    if [ -z "${PYTHON:-}" ] && [ ! -e /usr/bin/python3 ]; then
        apt_install python3 python3-venv "${EVERYTHING[@]}"
        find_python && return
    fi
    die "Python 3.11, 3.12 or 3.13 is needed;${seen:- no Python was found;} Debian 12 and 13 have" \
        "one (apt install python3 python3-venv); one elsewhere: make PYTHON=/path/to/python3.12"
}

has_modules() { "$python" -c "import $1" 2>/dev/null; }
has_pip() { "$1" -m pip --version 2>/dev/null | grep -qF "(python $version)"; }

# Debian keeps ctypes and ensurepip out of its smallest Python.
need_venv_module() {
    if has_modules ctypes,venv && { has_modules ensurepip || has_pip "$python"; }; then return; fi
    apt_install "python$version" "python$version-venv" "${EVERYTHING[@]}"
}

need_libraries() {
    [ "$(uname -s)" = Linux ] || return 0 # macOS: its wheels bring their own
    local missing packages
    # Loading is the one test that is right on every system; it takes some 20 ms.
    missing=$("$python" - "$FONT" "${LIBRARIES[@]}" <<'PYTHON'
import ctypes, pathlib, sys

font, *pairs = sys.argv[1:]
for soname, package in (pair.split("=") for pair in pairs):
    try:
        ctypes.CDLL(soname)
    except OSError:
        print(soname, package)
folders = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
suffixes = {".ttf", ".otf", ".ttc"}
files = (file for f in folders for file in pathlib.Path(f).expanduser().rglob("*"))
if not any(file.suffix in suffixes for file in files):
    print("a-font", font)
PYTHON
    )
    [ -n "$missing" ] || return 0
    say "missing: $(cut -d' ' -f1 <<<"$missing" | xargs)"
    packages=$(cut -d' ' -f2 <<<"$missing" | sort -u)
    # shellcheck disable=SC2086  # one argument per package
    apt_install $packages
}

# What Qt needs besides to show windows on X11: `make demo` and most tests show none.
WINDOW_LIBRARIES=(
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0
    libxcb-xkb1 libxkbcommon-x11-0
)

# Tests talk to a D-Bus of their own, and in CI to a real notification service, X server, window
# manager and panel. They skip what is missing, so nobody's password is asked for it.
need_test_programs() {
    local packages=(dbus) program missing=
    if [ -n "${CI:-}" ]; then
        packages+=(dunst xvfb openbox tint2 xdotool strace "${WINDOW_LIBRARIES[@]}")
        for program in dunst Xvfb openbox tint2 xdotool strace; do
            command -v "$program" || missing+=" $program"
        done
        ldconfig -p | grep -F libxcb-cursor.so.0 || missing+=" libxcb-cursor0"
    fi
    if [ "$(uname -s)" != Linux ] || [ "$(id -u)" -ne 0 ]; then return 0; fi
    if command -v dbus-daemon && [ -z "$missing" ]; then return 0; fi
    (apt_install "${packages[@]}") || say "the tests of the desktop will be skipped"
} >/dev/null

make_environment() {
    rm -rf .venv
    if has_modules ensurepip; then
        "$python" -m venv .venv
    else
        "$python" -m venv --without-pip .venv
        "$python" -m pip --python .venv/bin/python install -q pip
    fi
}

need_environment() {
    local stamp=.venv/.installed place want have quiet=-q
    # A virtual environment knows its folder and its Python by name: when either changes it is made
    # again, and when pyproject.toml changes pip brings it up to date.
    place="$PWD $version"
    want="$place $(cksum <pyproject.toml)"
    have=$(cat "$stamp" 2>/dev/null || echo "$place")
    [ "$have" != "$want" ] || return 0
    if [[ $have != "$place"* ]] || ! has_pip .venv/bin/python; then make_environment; fi
    say "installing into .venv with Python $version (the first time a download of some 210 MB)"
    [ ! -t 1 ] || quiet=
    export PIP_DISABLE_PIP_VERSION_CHECK=1
    .venv/bin/python -m pip install ${quiet:+"$quiet"} -e '.[dev]'
    printf '%s\n' "$want" >"$stamp"
}

# Two makes at once wait for each other.
if command -v flock >/dev/null; then
    exec 9<pyproject.toml
    flock 9
fi
need_python
need_venv_module
need_libraries
need_test_programs
need_environment

# The laboratory renders with Mesa's software OpenGL and writes its sample clips with ffmpeg.
need_laboratory() {
    if ! command -v ffmpeg >/dev/null; then apt_install ffmpeg libegl-mesa0 libgl1-mesa-dri; fi
    .venv/bin/python -c 'import anny, moderngl, torch' 2>/dev/null && return
    say "installing the laboratory's packages into .venv"
    .venv/bin/python -m pip install -q -e '.[dev,lab]'
}
if [ "${1:-}" = lab ]; then need_laboratory; fi
