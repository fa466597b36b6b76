#!/usr/bin/env bash
# The programs that the tests marked `system` need. Takes what is there; installs what is missing
# with apt where it may (as root, or with sudo that asks no password); otherwise says which tests
# are left out and why. With CI=true a program still missing is an error. Quick when all is there.
set -euo pipefail

# Says whether one of the named programs is on the path, or where Debian keeps those of PostgreSQL.
there() {
    local name
    for name in "$@"; do
        if command -v "$name" || compgen -G "/usr/lib/postgresql/*/bin/$name"; then return; fi
    done >/dev/null
    return 1
}

# One line each: Debian package | its programs, any of which will do; a comma joins what is needed
# together | the tests that need it.
wanted='
postgresql|initdb, pg_ctl|the journal on a PostgreSQL server
chromium|chromium chromium-browser google-chrome|pages in a browser
libreoffice-writer-nogui|soffice libreoffice|Word files opened and saved by LibreOffice
poppler-utils|pdftoppm|PDF pages looked at as pictures
gettext|msgfmt|the message catalogues checked by gettext
wrk|wrk|many readers at once
'

missing() {
    local package programs tests group
    while IFS='|' read -r package programs tests; do
        [ -n "$package" ] || continue
        while read -r group; do
            # shellcheck disable=SC2086 # the names are words of their own
            if ! there $group; then
                echo "$package|$tests"
                break
            fi
        done < <(tr ',' '\n' <<<"$programs")
    done <<<"$wanted"
}

absent=$(missing)
[ -n "$absent" ] || exit 0

why=
sudo=()
if ! command -v apt-get >/dev/null; then
    why='this system has no apt'
elif [ "$(id -u)" -ne 0 ]; then
    sudo=(sudo -n)
    sudo -n true 2>/dev/null || why='installing needs root, or sudo without a password'
fi

if [ -z "$why" ]; then
    mapfile -t packages < <(cut -d'|' -f1 <<<"$absent")
    echo "Installing for the system tests: ${packages[*]}" >&2
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    install() {
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --no-install-recommends "${packages[@]}" >"$log" 2>&1 </dev/null
    }
    # The lists of packages may be old or not there: fetch them and try once more.
    if ! install && ! { "${sudo[@]}" apt-get update >"$log" 2>&1 </dev/null && install; }; then
        tail -n 5 "$log" >&2
        why='apt could not install it'
    fi
    absent=$(missing)
    [ -n "$absent" ] || exit 0
    why=${why:-'its package is installed, yet the program is not there'}
fi

while IFS='|' read -r package tests; do
    echo "Left out: $tests. Missing: $package ($why)." >&2
done <<<"$absent"
[ "${CI:-}" != true ]
