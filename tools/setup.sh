#!/bin/sh
# Makes .venv and what it stands on. Run by make before every target: silent, and without network, when all is there.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

python=
for candidate in python3.11 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        python=$candidate
        break
    fi
done

# Qt's own library wants the first line even when nothing is drawn, and the second for a window; with the third the tests
# open what we write, type into the real window, sign with a token and build the program.
wanted="libegl1 libgl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1
        libx11-6 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
        libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0
        poppler-utils zbar-tools age zstd strace xvfb xdotool binutils softhsm2"
[ -n "$python" ] || wanted="$wanted python3 python3-venv"
# Debian keeps ensurepip apart from its Python.
[ -z "$python" ] || "$python" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"

if command -v dpkg-query >/dev/null; then
    missing=
    for package in $wanted; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true) in
            *' installed') ;;
            *) missing="$missing $package" ;;
        esac
    done
    if [ -n "$missing" ]; then
        if [ "$(id -u)" -ne 0 ]; then
            say "These system packages are missing. Install them, then run make again:"
            say ""
            say "    sudo apt-get install --no-install-recommends$missing"
            say ""
            exit 1
        fi
        say "Installing$missing"
        apt-get update -qq
        # shellcheck disable=SC2086  # one word per package
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
    fi
elif [ ! -e .venv/complete ]; then
    say "No dpkg here, so nothing is checked: what Debian calls $(echo $wanted) must be there."
fi

if [ -z "$python" ]; then
    python=python3
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "Python 3.11 or newer is needed."
        exit 1
    fi
fi

# Written last, so that an interrupted installation counts as none.
key=$("$python" -c 'import hashlib, sys
print(hashlib.sha256(open("requirements.lock", "rb").read()).hexdigest(), sys.version.split()[0])')
if [ "$(cat .venv/complete 2>/dev/null || true)" != "$key" ]; then
    say "Installing the pinned dependencies into .venv"
    "$python" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        -r requirements.lock >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index \
        --editable . >&2
    printf '%s\n' "$key" >.venv/complete
fi
