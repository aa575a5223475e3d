#!/bin/sh
# Make .venv-qgis: pytest beside the system's QGIS, with the checkout as `tidemark`. Does nothing when the last run still holds.
# Usage: setup-qgis.sh PYTHON (the interpreter that QGIS uses)
set -eu

python="$1"
root="$(cd "$(dirname "$0")/.." && pwd)"
cd "$root"

mkdir -p .venv-qgis
exec 9>.venv-qgis/lock
flock 9
version="$(QT_QPA_PLATFORM=offscreen "$python" -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)')"
key="$( { "$python" --version; echo "$version"; pwd; sed '/^\[tool\.ruff\]/,$d' pyproject.toml; cat "$0"; } | sha256sum)"
if [ -f .venv-qgis/setup.stamp ] && [ "$(cat .venv-qgis/setup.stamp)" = "$key" ]; then
    exit 0
fi

# pytest-qgis 3 gave up QGIS older than 3.34.
if [ "$version" -lt 33400 ]; then pytest_qgis="pytest-qgis<3"; else pytest_qgis="pytest-qgis>=5"; fi
echo "Making .venv-qgis (pytest beside QGIS) …"
"$python" -m venv --system-site-packages .venv-qgis
install=".venv-qgis/bin/python -m pip install --quiet --disable-pip-version-check"
$install "pytest>=9" "$pytest_qgis"
# Without its dependencies: numpy has to stay the one that QGIS was built with.
$install --no-deps --editable .
echo "$key" >.venv-qgis/setup.stamp
