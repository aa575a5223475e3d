#!/bin/sh
# Take the README's pictures: QGIS on a virtual screen, with a profile of its own, maps the simulated scene and packages the map, and maps
# the flood between two simulated dates; another fresh profile, without the plugin, opens the package. Fails where the two do not draw the same map.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
pictures="${1:-$root/resources/screenshots}"
scene="$("$root/tools/demo-scene.sh")"
pair="$("$root/tools/demo-pair.sh")"
work="$root/build/screenshots"

# QGIS takes the first python3 on the path for its own: it has to be the system's.
qgis_with() {
    profiles="$1"
    shift
    env -u PYTHONHOME -u PYTHONPATH -u PROJ_LIB -u PROJ_DATA -u GDAL_DATA PATH=/usr/bin:/bin \
        TIDEMARK_PICTURES="$pictures" TIDEMARK_PACKAGE="$work/event" \
        xvfb-run -a -s '-screen 0 1400x900x24' \
        qgis --profiles-path "$profiles" --nologo --noversioncheck --code "$root/tools/screenshots.py" "$@"
}

rm -rf "$work"
for who in mapper recipient; do
    mkdir -p "$work/$who/profiles/default/QGIS"
    printf '[app]\ncheckVersion=false\n' >"$work/$who/profiles/default/QGIS/QGIS3.ini"
done
mkdir -p "$work/mapper/profiles/default/python/plugins" "$pictures"
ln -s "$root" "$work/mapper/profiles/default/python/plugins/tidemark"
printf '[PythonPlugins]\ntidemark=true\n' >>"$work/mapper/profiles/default/QGIS/QGIS3.ini"
qgis_with "$work/mapper" "$scene"
IFS='
'
# shellcheck disable=SC2086 (two paths, one a line)
qgis_with "$work/mapper" $pair
unset IFS
qgis_with "$work/recipient"
