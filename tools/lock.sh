#!/bin/sh
# A lock holds the hash of every file of a release, so one lock serves Windows and Linux; addresses stay out of it.
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
.venv/bin/python -m venv "$scratch"
"$scratch/bin/python" -m pip install --quiet --disable-pip-version-check pip-tools
for name in requirements requirements-fuzz; do
    "$scratch/bin/python" -m piptools compile --quiet --no-config --generate-hashes --allow-unsafe --strip-extras \
        --no-header --no-annotate --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host "$@" \
        --output-file $name.lock $name.in
    # pip-compile sets setuptools apart with a remark.
    sed -i '/^#/d;/^$/d' $name.lock
done
