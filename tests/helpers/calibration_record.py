"""Record what xarray-sentinel makes of digital numbers, for `test_calibration.py`: it brings a hundred megabytes that the tests go without.

Run: ``pip install xarray-sentinel`` into an environment of its own with Tidemark, then ``python tests/helpers/calibration_record.py``.
Products of ../shared/data/safe are recorded by the last four letters of their names, and one that is made from nothing.
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from helpers.sentinel1_products import real_product, write_template
from tidemark.engine.sentinel1.product import Product, open_product

RECORD = Path(__file__).with_name("calibration_of_xarray_sentinel.json")
CODES = ("8255", "6FF8", "6D00", "5371")
DIGITAL_NUMBER = 100


def record(product: Product) -> dict[str, object]:
    """Return lines, pixels and, for each polarisation, backscatter in dB at them, without removal of noise."""
    xarray, calibration = import_module("xarray"), import_module("xarray_sentinel")
    open_calibration = import_module("xarray_sentinel.sentinel1").open_calibration_dataset

    lines, pixels = (np.linspace(3, length - 5, 5).astype(int) for length in (product.annotation.lines, product.annotation.samples))
    numbers = xarray.DataArray(
        np.full((lines.size, pixels.size), DIGITAL_NUMBER), coords={"line": lines, "pixel": pixels}, dims=("line", "pixel")
    )
    found = {}
    for name, channel in product.channels.items():
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(product.archive.read(channel.calibration))
            file.flush()
            power = calibration.calibrate_intensity(numbers, open_calibration(file.name).sigmaNought)
        found[name] = np.round(10 * np.log10(power.values), 4).tolist()
    return {"lines": lines.tolist(), "pixels": pixels.tolist(), "decibels": found}


def main() -> None:
    """Write the record."""
    with tempfile.TemporaryDirectory() as folder:
        made = record(open_product(str(write_template(Path(folder))), measured=False))
    products = {code: record(open_product(real_product(code), measured=False)) for code in CODES}
    document = {"xarray_sentinel": version("xarray-sentinel"), "digital_number": DIGITAL_NUMBER, "products": {"made": made, **products}}
    RECORD.write_text(json.dumps(document) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
