"""Colours of the class legend, as people see them who do not tell red from green or blue from yellow, and on a satellite picture."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from tidemark.engine.contract.classes import COLOURS, LEGEND, NOT_OBSERVED_COLOUR, REASONS, WITH_POLYGONS, ClassCode, web_colour
from tidemark.engine.contract.overwriting import STYLES_FOLDER
from tidemark.engine.contract.tasks import TASKS

# Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB.
SIGHT = {
    "full": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ @ np.ones(3)
LEFT_OUT = (ClassCode.TERRAIN_MASKED, ClassCode.LAYOVER_SHADOW, ClassCode.EXCLUDED)
BASE_MAP = {"woods": "#283c1e", "fields": "#6b7f45", "bare soil": "#a58a66", "town": "#8c8884", "muddy water": "#5a5a46"}
OPACITY = {code: 230 if code in WITH_POLYGONS else 255 for code in COLOURS}
"""Of the classes that are drawn, 0 to 255."""
UNSEEN_OPACITY = "110"
"""0 to 255: what was not observed is tinted, so that it does not look dry, and a map below it still shows."""
TOLD_APART = 10.0
"""Difference in CIE L*a*b* from which two patches are seen as different at a glance; 2.3 is just noticeable side by side."""


def seen(colour: str, sight: str) -> np.ndarray:
    """Return L*, a*, b* of a colour such as ``#0a5fd6`` to an eye."""
    value = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    ratio = TO_XYZ @ np.clip(SIGHT[sight] @ linear, 0, 1) / WHITE
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def style(name: str) -> str:
    return (Path(STYLES_FOLDER) / name).read_text(encoding="utf-8")


def colours() -> dict[int, str]:
    """Return the colours of the classes that are drawn."""
    return {int(code): web_colour(colour) for code, colour in COLOURS.items()}


def wanted_entries(opaque: int) -> list[tuple[str, str, str, str]]:
    """Return code, colour, opacity from 0 to `opaque`, and legend of all classes, as a style tells them."""
    share = {code: OPACITY.get(code, 0) * opaque / 255 for code in ClassCode}
    return [
        (str(int(code)), web_colour(COLOURS.get(code, (255, 255, 255))), f"{round(share[code], 1):g}", LEGEND.get(code, "@DETECTED@"))
        for code in ClassCode
    ]


def test_the_styles_of_the_map_show_the_classes_of_the_contract() -> None:
    qml = re.findall(r'value="(\d+)" color="(#[0-9a-f]{6})" alpha="(\d+)" label="([^"]*)"', style("class.qml"))
    sld = re.findall(r'quantity="(\d+)" color="(#[0-9a-f]{6})" opacity="([\d.]+)" label="([^"]*)"', style("class.sld"))
    *observed, unseen = qml
    assert observed == wanted_entries(255)[:-1]
    assert unseen == ("255", web_colour(NOT_OBSERVED_COLOUR), UNSEEN_OPACITY, "Not observed")
    # Its pixels are no data to QGIS, which has a colour of their own for them, and takes it as multiplied by its opacity already.
    premultiplied = [round(part * int(UNSEEN_OPACITY) / 255) for part in NOT_OBSERVED_COLOUR]
    assert f'nodataColor="{",".join(map(str, premultiplied))},{UNSEEN_OPACITY}"' in style("class.qml")
    assert sld == wanted_entries(1)


def test_the_styles_of_polygons_show_the_same_colours_and_words() -> None:
    events, rest = style("observedEvent.qml"), style("notAnalysed.qml")
    for code in WITH_POLYGONS:
        red, green, blue = COLOURS[code]
        assert f'v="{red},{green},{blue},70"' in events
        assert f'value="{int(code)}" symbol="{int(code)}" label="{LEGEND.get(code, "@DETECTED@")}"' in events
        assert f">{web_colour(COLOURS[code])}<" in style("observedEvent.sld")
    for code, reason in REASONS.items():
        red, green, blue = COLOURS.get(code, NOT_OBSERVED_COLOUR)
        assert f'value="{reason}" symbol="{reason}" label="{LEGEND[code]}' in rest
        assert f'v="{red},{green},{blue},' in rest
        assert f">{web_colour((red, green, blue))}<" in style("notAnalysed.sld")


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("task", TASKS)
def test_classes_of_one_map_are_told_apart_whatever_the_eye(task: str, sight: str) -> None:
    palette = colours()
    codes = [int(code) for code in (*TASKS[task].codes, *LEFT_OUT) if int(code) in palette]
    for one, other in itertools.combinations(codes, 2):
        distance = np.linalg.norm(seen(palette[one], sight) - seen(palette[other], sight))
        assert distance >= TOLD_APART, (one, other, round(float(distance), 1))


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("ground", BASE_MAP)
def test_what_was_detected_stands_out_on_a_satellite_picture(ground: str, sight: str) -> None:
    palette = colours()
    for code in (ClassCode.DETECTED, ClassCode.REFERENCE_WATER, ClassCode.DECREASE, ClassCode.INCREASE):
        distance = np.linalg.norm(seen(palette[int(code)], sight) - seen(BASE_MAP[ground], sight))
        assert distance >= 2 * TOLD_APART, (code.name, round(float(distance), 1))


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("task", TASKS)
def test_the_colour_of_each_task_stands_out_on_a_satellite_picture(task: str, sight: str) -> None:
    for ground, colour in BASE_MAP.items():
        assert np.linalg.norm(seen(TASKS[task].colour, sight) - seen(colour, sight)) >= 2 * TOLD_APART, ground
