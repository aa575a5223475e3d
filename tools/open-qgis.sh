#!/bin/sh
# Open QGIS with a profile of its own, in which the plugin is this checkout and switched on, and with $SCENE or the simulated scene loaded.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
profiles="$root/build/qgis"
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no screen here to open QGIS on (neither DISPLAY nor WAYLAND_DISPLAY is set)." >&2
    exit 1
fi
profile="$profiles/profiles/default"
scene="${SCENE:-}"
if [ -z "$scene" ]; then
    scene="$("$root/tools/demo-scene.sh")"
fi
mkdir -p "$profile/python/plugins" "$profile/QGIS"
ln -sfn "$root" "$profile/python/plugins/tidemark"
if [ ! -f "$profile/QGIS/QGIS3.ini" ]; then
    printf '[PythonPlugins]\ntidemark=true\n' >"$profile/QGIS/QGIS3.ini"
fi
# QGIS takes the first python3 on the path for its own: it has to be the system's.
exec env -u PYTHONHOME -u PYTHONPATH -u PROJ_LIB -u PROJ_DATA -u GDAL_DATA PATH=/usr/bin:/bin \
    qgis --profiles-path "$profiles" --nologo "$scene"
