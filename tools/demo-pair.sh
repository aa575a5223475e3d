#!/bin/sh
# Simulate one place before and during a flood, unless both are there already, and print the two paths, the earlier one first.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
before="$root/build/demo/simulated_20240424.tif"
after="$root/build/demo/simulated_20240506.tif"
mkdir -p "$root/build/demo"
if [ ! -f "$before" ]; then "$root/.venv/bin/tidemark" simulate "$before" --size 1200x640 --seed 5 --flood 0 >&2; fi
if [ ! -f "$after" ]; then "$root/.venv/bin/tidemark" simulate "$after" --size 1200x640 --seed 5 --flood 0.6 >&2; fi
echo "$before"
echo "$after"
