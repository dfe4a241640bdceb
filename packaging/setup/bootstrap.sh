#!/bin/sh
# Finds Python 3.11 with its venv module (installs both where apt is allowed) and hands over to packaging/setup.
# Usage: packaging/setup/bootstrap.sh TARGET [ARGUMENT...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)

usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1 &&
        "$1" -c 'import ensurepip, venv, ctypes, ssl, sqlite3, zlib' >/dev/null 2>&1
}

find_python() {
    for candidate in ${SIGNOFF_PYTHON:-} python3.11 /usr/bin/python3.11 /usr/local/bin/python3.11 python3 python; do
        if usable "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing python3.11 and python3.11-venv ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends python3.11 python3.11-venv; } >"$log" 2>&1 ||
        tail -n 4 "$log" >&2
    rm -f "$log"
    python=$(find_python)
fi
if [ -z "$python" ]; then
    echo "Python 3.11 with its venv module is missing: install it (on Debian: apt-get install python3.11 python3.11-venv) or name one in SIGNOFF_PYTHON, then run this again." >&2
    exit 3
fi
exec "$python" "$here" "$@"
