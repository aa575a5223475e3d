#!/bin/sh
# Take the README's pictures: QGIS on a virtual screen, with a profile of its own, maps the simulated scene and packages the map, and maps
# a flood and a change between two simulated dates, estimates of the flood's depth, a simulated sea, and a flood between two simulated products; another fresh profile, without the plugin, opens the package. Fails
# where the two do not draw the same map.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
pictures="${1:-$root/resources/screenshots}"
work="$root/build/screenshots"
products=""

# Call: story, files to load. QGIS takes the first python3 on the path for its own: it has to be the system's.
qgis_plays() {
    story="$1"
    shift
    who=mapper
    if [ "$story" = package ]; then who=recipient; fi
    env -u PYTHONHOME -u PYTHONPATH -u PROJ_LIB -u PROJ_DATA -u GDAL_DATA PATH=/usr/bin:/bin PYTHONPATH="$root/tests" \
        TIDEMARK_PICTURES="$pictures" TIDEMARK_PACKAGE="$work/event" TIDEMARK_STORY="$story" \
        TIDEMARK_PRODUCTS="$products" TIDEMARK_CACHE="$work/cache" \
        xvfb-run -a -s '-screen 0 1400x900x24' \
        qgis --profiles-path "$work/$who" --nologo --noversioncheck --code "$root/tools/screenshots.py" "$@"
}

rm -rf "$work"
for who in mapper recipient; do
    mkdir -p "$work/$who/profiles/default/QGIS"
    printf '[app]\ncheckVersion=false\n' >"$work/$who/profiles/default/QGIS/QGIS3.ini"
done
mkdir -p "$work/mapper/profiles/default/python/plugins" "$pictures"
ln -s "$root" "$work/mapper/profiles/default/python/plugins/tidemark"
printf '[PythonPlugins]\ntidemark=true\n' >>"$work/mapper/profiles/default/QGIS/QGIS3.ini"
qgis_plays scene "$("$root/tools/demo-scene.sh" land)"
qgis_plays oil "$("$root/tools/demo-scene.sh" sea)"
IFS='
'
# shellcheck disable=SC2046 (two paths, one a line)
qgis_plays flood $("$root/tools/demo-pair.sh" flood)
# shellcheck disable=SC2046
qgis_plays change $("$root/tools/demo-pair.sh" change)
# shellcheck disable=SC2046
qgis_plays estimates $("$root/tools/demo-pair.sh" flood)
unset IFS
products="$("$root/tools/demo-products.sh")"
qgis_plays product
qgis_plays package
"$root/tools/clicks.sh"
