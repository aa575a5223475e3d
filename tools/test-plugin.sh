#!/bin/sh
# Run the plugin's tests in .venv-qgis, without a window. Arguments go to pytest; without any, all of them run.
set -eu

cd "$(dirname "$0")/.."
if [ $# -eq 0 ]; then set -- tests/plugin; fi
# What other Pythons, GDALs and PROJs on this machine set would mislead QGIS.
exec env -u PYTHONHOME -u PYTHONPATH -u PROJ_LIB -u PROJ_DATA -u GDAL_DATA \
    PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen PYTHONNOUSERSITE=1 \
    .venv-qgis/bin/python -m pytest "$@"
