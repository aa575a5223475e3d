#!/bin/sh
# Make .venv: the engine, its training and the development tools. Does nothing when the last run still holds.
# Usage: setup-engine.sh PYTHON
set -eu

python="$1"
root="$(cd "$(dirname "$0")/.." && pwd)"
cd "$root"

mkdir -p .venv
exec 9>.venv/lock
flock 9
# The settings of ruff, mypy and pytest come last in pyproject.toml; they change nothing here.
key="$( { "$python" --version; pwd; sed '/^\[tool\.ruff\]/,$d' pyproject.toml; cat "$0"; } | sha256sum)"
if [ -f .venv/setup.stamp ] && [ "$(cat .venv/setup.stamp)" = "$key" ]; then
    exit 0
fi

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
    echo "$python is $("$python" --version). The engine needs 3.10 or newer. Name another one: make PYTHON=…" >&2
    exit 1
fi
echo "Making .venv (the engine, its training, the development tools) …"
"$python" -m venv .venv
install=".venv/bin/python -m pip install --quiet --disable-pip-version-check"
# First and alone, so that the build chosen for this machine is the one that everything else finds.
$install torch==2.13.0
$install --editable '.[train,cluster,dev]'
# mypy sees the package under its name through this link.
mkdir -p .venv/src
ln -sfn ../.. .venv/src/tidemark
echo "$key" >.venv/setup.stamp
