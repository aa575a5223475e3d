#!/bin/sh
# Simulate one place before and during a flood as two small Sentinel-1 products, zipped as the portal does, unless both are there already,
# and print the two paths, the earlier one first.
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$root/build/demo/products"
if [ "$(find "$folder" -name '*.zip' 2>/dev/null | wc -l)" -ne 2 ]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    for date in '2024-04-24 53569 0' '2024-05-06 53744 0.6'; do
        # shellcheck disable=SC2086 (three words)
        set -- $date
        template="$(PYTHONPATH="$root/tests" "$root/.venv/bin/python" -c "
import sys
from datetime import datetime, timezone
from pathlib import Path
from helpers.sentinel1_products import Template, write_template
start = datetime.fromisoformat(sys.argv[2]).replace(hour=5, minute=26, tzinfo=timezone.utc)
print(write_template(Path(sys.argv[1]), Template(lines=1400, samples=1400, start=start, orbit=int(sys.argv[3]))))" "$folder/templates" "$1" "$2")"
        name="$(basename "$template" .SAFE)"
        "$root/.venv/bin/tidemark" simulate "$folder/$name.zip" --product "$template" --size 2000x2000 --seed 5 --flood "$3" >&2
    done
fi
find "$folder" -maxdepth 1 -name '*.zip' | sort
