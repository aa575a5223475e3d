#!/bin/sh
# Take the README's pictures: QGIS on a virtual screen, with a profile of its own, maps the simulated scene.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
pictures="${1:-$root/resources/screenshots}"
scene="$("$root/tools/demo-scene.sh")"
profiles="$root/build/screenshots"
profile="$profiles/profiles/default"

rm -rf "$profiles"
mkdir -p "$profile/python/plugins" "$profile/QGIS" "$pictures"
ln -s "$root" "$profile/python/plugins/tidemark"
printf '[PythonPlugins]\ntidemark=true\n[app]\ncheckVersion=false\n' >"$profile/QGIS/QGIS3.ini"
# QGIS takes the first python3 on the path for its own: it has to be the system's.
env -u PYTHONHOME -u PYTHONPATH -u PROJ_LIB -u PROJ_DATA -u GDAL_DATA PATH=/usr/bin:/bin TIDEMARK_PICTURES="$pictures" \
    xvfb-run -a -s '-screen 0 1400x900x24' \
    qgis --profiles-path "$profiles" --nologo --noversioncheck --code "$root/tools/screenshots.py" "$scene"
