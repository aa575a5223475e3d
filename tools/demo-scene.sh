#!/bin/sh
# Simulate the demonstration's scene, `land` or `sea`, unless it is there already, and print its path.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
case "${1:-land}" in
land) scene="$root/build/demo/simulated.tif" options='' ;;
sea) scene="$root/build/demo/sea.tif" options='--scene sea --size 1000x1200 --seed 2 --wind 7' ;;
*) echo "Write: $0 land, or: $0 sea" >&2 && exit 2 ;;
esac
if [ ! -f "$scene" ]; then
    mkdir -p "$root/build/demo"
    # shellcheck disable=SC2086 (several options)
    "$root/.venv/bin/tidemark" simulate "$scene" $options >&2
fi
echo "$scene"
