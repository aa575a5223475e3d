#!/bin/sh
# Simulate the demonstration's scene unless it is there already, and print its path.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
scene="$root/build/demo/simulated.tif"
if [ ! -f "$scene" ]; then
    mkdir -p "$root/build/demo"
    "$root/.venv/bin/tidemark" simulate "$scene" >&2
fi
echo "$scene"
