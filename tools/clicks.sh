#!/bin/sh
# Do each task in QGIS by clicks of the mouse, each from a fresh profile on a screen of 1366 x 768, and write docs/clicks.md with their
# number and a picture of each step. The scenes are simulated.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
work="$root/build/clicks"
rm -rf "$work"
mkdir -p "$work" "$root/docs/clicks"

# Call: task, files to load. QGIS takes the first python3 on the path for its own: it has to be the system's.
count_clicks() {
    task="$1"
    shift
    profile="$work/$task/profiles/default"
    mkdir -p "$profile/QGIS" "$profile/python/plugins"
    printf '[app]\ncheckVersion=false\n[PythonPlugins]\ntidemark=true\n' >"$profile/QGIS/QGIS3.ini"
    ln -s "$root" "$profile/python/plugins/tidemark"
    env -u PYTHONHOME -u PROJ_LIB -u PROJ_DATA -u GDAL_DATA PATH=/usr/bin:/bin PYTHONPATH="$root/tests" \
        TIDEMARK_TASK="$task" TIDEMARK_PICTURES="$root/docs/clicks" TIDEMARK_CLICKS="$work/clicks.jsonl" \
        xvfb-run -a -s '-screen 0 1366x768x24' \
        qgis --profiles-path "$work/$task" --nologo --noversioncheck --code "$root/tools/clicks.py" "$@"
}

count_clicks water "$("$root/tools/demo-scene.sh" land)"
IFS='
'
# shellcheck disable=SC2046 (two paths, one a line)
count_clicks flood $("$root/tools/demo-pair.sh" flood)
# shellcheck disable=SC2046
count_clicks change $("$root/tools/demo-pair.sh" change)
unset IFS
count_clicks oil "$("$root/tools/demo-scene.sh" sea)"
"$root/.venv/bin/python" "$root/tools/clicks_page.py" "$work/clicks.jsonl" "$root/docs/clicks.md"
