#!/bin/sh
# Simulate one place on two dates, unless both are there already, and print the two paths, the earlier one first: `flood`, before and
# during one; `change`, with more wind on the water as well.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
case "${1:-flood}" in
flood) name=simulated before_options='--flood 0' after_options='--flood 0.6' ;;
change) name=changed before_options='--flood 0.15 --wind 1.5' after_options='--flood 0.6 --wind 5 --date 1' ;;
*) echo "Write: $0 flood, or: $0 change" >&2 && exit 2 ;;
esac
before="$root/build/demo/${name}_20240424.tif"
after="$root/build/demo/${name}_20240506.tif"
mkdir -p "$root/build/demo"
# shellcheck disable=SC2086 (several options)
if [ ! -f "$before" ]; then "$root/.venv/bin/tidemark" simulate "$before" --size 1200x640 --seed 5 $before_options >&2; fi
# shellcheck disable=SC2086
if [ ! -f "$after" ]; then "$root/.venv/bin/tidemark" simulate "$after" --size 1200x640 --seed 5 $after_options >&2; fi
echo "$before"
echo "$after"
