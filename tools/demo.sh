#!/bin/sh
# Map water in the image $SCENE, or in a simulated one, and draw it.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
results="$root/build/demo"
mkdir -p "$results"
scene="${SCENE:-}"
if [ -z "$scene" ]; then
    scene="$("$root/tools/demo-scene.sh")"
fi
"$root/.venv/bin/tidemark" detect "$scene" --task water --output "$results/water" --quicklook "$results/water.png" --overwrite
echo "Quick look: $results/water.png"
