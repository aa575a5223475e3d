"""Calibration as xarray-sentinel does it, which shares no code with the engine; `helpers.calibration_record` has its answers."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from helpers.calibration_record import CODES, RECORD
from helpers.sentinel1_products import PRODUCTS, real_product, write_template
from tidemark.engine.sentinel1.calibration import Calibrator
from tidemark.engine.sentinel1.product import open_product

RECORDED = json.loads(RECORD.read_text(encoding="utf-8"))


def farthest_db(path: str, code: str) -> float:
    """Return the largest difference to xarray-sentinel, in dB, over lines, pixels and polarisations; noise stays in."""
    product, expected = open_product(path, measured=False), RECORDED["products"][code]
    differences = []
    for name, decibels in expected["decibels"].items():
        calibrator = Calibrator(product.read(product.channels[name].calibration), None, "sigma0", (0, product.annotation.samples))
        numbers = np.full((1, product.annotation.samples), RECORDED["digital_number"], np.uint16)
        rows = [10 * np.log10(calibrator.power(numbers, line)[0, expected["pixels"]]) for line in expected["lines"]]
        differences.append(np.abs(np.array(rows) - np.array(decibels)).max())
    return float(max(differences))


def test_a_made_product_is_calibrated_as_by_xarray_sentinel(tmp_path: Path) -> None:
    assert farthest_db(str(write_template(tmp_path)), "made") < 0.01


@pytest.mark.skipif(not PRODUCTS.is_dir(), reason="../shared/data/safe, annotation of real products, is not there")
@pytest.mark.parametrize("code", CODES)
def test_a_real_product_is_calibrated_as_by_xarray_sentinel(code: str) -> None:
    assert farthest_db(real_product(code), code) < 0.01
