#!/bin/sh
# Sets up what is missing, and only that: system packages, .venv, the locked packages, the project.
# Each step that succeeded leaves a stamp in .venv/.stamps with the sum of what it was made from;
# a second run compares sums and is done. Everything it says goes to standard error, so that the
# output of `./run events list --json` stays clean.

set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/.venv
stamps=$venv/.stamps
python=$venv/bin/python

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "Setting up OmniSight stopped: $1"
    say "  $2"
    exit 1
}

# The sum of some files, and of where the checkout lies: scripts in .venv/bin name that place.
sum() { { printf '%s\n' "$root"; cat "$@"; } | cksum; }

# True when the named step was done from what lies here now.
done_already() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }

stamp() {
    mkdir -p "$stamps"
    printf '%s\n' "$2" >"$stamps/$1"
}

# --- system packages ---------------------------------------------------------------------------

# Of the names given, those that dpkg does not have: neither installed nor provided by another.
missing_of() {
    dpkg-query -W -f '${db:Status-Abbrev}|${Package}|${Provides}\n' 2>/dev/null | awk -F '|' -v wanted="$*" '
        substr($1, 2, 1) == "i" {
            have[$2] = 1
            n = split($3, provided, /, */)
            for (i = 1; i <= n; i++) { sub(/ .*/, "", provided[i]); have[provided[i]] = 1 }
        }
        END {
            n = split(wanted, names, " ")
            for (i = 1; i <= n; i++) if (!(names[i] in have)) printf "%s ", names[i]
        }'
}

apt_get() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null >&2
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null >&2
    fi
}

may_install() {
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

# Install the packages given. Fails, with the line to paste, where that is not ours to do.
install_system() {
    if ! may_install; then
        say "These system packages are missing, and installing them takes an administrator. Paste:"
        say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
        return 1
    fi
    say "Installing system packages: $*"
    apt_get -qq update || say "The list of packages could not be renewed; going on with the one that is here."
    if ! apt_get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends "$@"; then
        say "Installing system packages failed; see above. By hand:"
        say "  apt-get update && apt-get install -y --no-install-recommends $*"
        return 1
    fi
}

system_packages() {
    list=$root/system-packages.txt
    key=$(sum "$list")
    done_already system "$key" && return 0
    [ "$(uname -s)" = Linux ] || return 0 # elsewhere the wheels bring what they need
    if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
        say "There is no apt-get here, so no system packages were installed. Should the window not"
        say "open, install your system's packages for the libraries named in system-packages.txt."
        system_key=$key # said once is enough
        return 0
    fi
    # shellcheck disable=SC2046 # names have no spaces, and each is one word
    set -- $(missing_of $(sed 's/#.*//' "$list"))
    # What is still missing is said, and said again next time; it does not keep the rest from working.
    [ $# -eq 0 ] || install_system "$@" || return 0
    system_key=$key # the stamp lies in .venv, which may have to be made first
}

# --- Python ------------------------------------------------------------------------------------

is_311() { "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in python3.11 python3 python "$HOME"/.pyenv/versions/3.11.*/bin/python3.11; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        if is_311 "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

virtual_environment() {
    if [ -x "$python" ]; then
        is_311 "$python" || fail "the .venv here is not of Python 3.11, or no longer runs." \
            "Remove the folder $venv and try again."
        "$python" -c 'import pip' 2>/dev/null && return 0
        say "The .venv here was left half made; making it anew."
    fi
    found=$(find_python) || fail "there is no Python 3.11 here." \
        "Install it (Debian 12: apt-get install python3.11 python3.11-venv; elsewhere: pyenv install 3.11) and try again."
    # Debian keeps what makes environments in a package of its own.
    if ! "$found" -c 'import ensurepip' 2>/dev/null; then
        { command -v apt-get >/dev/null 2>&1 && install_system python3.11-venv; } ||
            fail "this Python 3.11 cannot make virtual environments." \
                "Install its venv module (Debian: python3.11-venv) and try again."
    fi
    say "Making the virtual environment .venv"
    "$found" -m venv --clear "$venv" || fail "the virtual environment could not be made." \
        "The reason stands above; is there room on the disk?"
}

pip_install() {
    if [ -t 2 ]; then quiet=; else quiet=-q; fi
    # shellcheck disable=SC2086 # an empty word must vanish
    "$python" -m pip install $quiet --disable-pip-version-check --no-input "$@" </dev/null >&2
}

# Three builds of OpenCV lie over one another, since three dependencies each want their own; the one
# unpacked last wins. It must be the full one without a window of its own: the plain builds lack
# HOGDescriptor, and those with a window bring a second Qt into the process.
right_opencv() {
    "$python" -c 'import cv2, re, sys
gui = re.search(r"GUI:\s*(\S+)", cv2.getBuildInformation())
sys.exit(not (hasattr(cv2, "HOGDescriptor") and gui and gui.group(1) == "NONE"))' 2>/dev/null
}

python_packages() {
    key=$(sum "$root/requirements.lock")
    done_already packages "$key" && return 0
    rm -f "$stamps/packages"
    say "Installing the packages of requirements.lock; the first time takes some minutes"
    pip_install -r "$root/requirements.lock" ||
        fail "the packages of requirements.lock could not be installed." \
            "The reason stands above; with a network and about 5 GB of room, try again."
    if ! right_opencv; then
        pip_install --no-deps --force-reinstall \
            "$(grep '^opencv-contrib-python-headless==' "$root/requirements.lock")" ||
            fail "OpenCV's build without a window could not be put on top." "The reason stands above."
        right_opencv || fail "OpenCV does not load, or lacks HOGDescriptor." \
            "Run: $python -c 'import cv2'"
    fi
    stamp packages "$key"
}

project() {
    key=$(sum "$root/pyproject.toml" "$root/requirements.lock")
    [ -x "$venv/bin/omnisight" ] && done_already project "$key" && return 0
    say "Installing OmniSight itself"
    # The lock has the build tool too, so nothing is fetched here.
    pip_install --no-deps --no-build-isolation -e "$root" ||
        fail "the project itself could not be installed." "The reason stands above."
    stamp project "$key"
}

system_key=
system_packages
virtual_environment
[ -z "$system_key" ] || stamp system "$system_key"
python_packages
project
