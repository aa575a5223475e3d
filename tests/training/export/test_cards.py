"""The cards that training writes, and the one that is shipped."""

from __future__ import annotations

import json
from pathlib import Path

import pystac
import pytest
from pystac.validation.stac_validator import JsonSchemaSTACValidator

from helpers.networks import write_dark_is_water
from tidemark.engine.contract.card import MODELS_FOLDER, find_card, installed_cards, read_card
from tidemark.engine.contract.errors import ModelError
from tidemark.engine.training.export.cards import Band, Image, MapClass, Model, Training, install, record_figures, write_card

MODEL = Model(
    title="A title",
    description="Where it fails.",
    task="water",
    images=(Image("image", "Backscatter in dB.", (Band("VV", "Co-polarised."), Band("VH", "Cross-polarised."))),),
    scaling=(-30.0, 0.0),
    classes=(MapClass("dry", "No water."), MapClass("water", "Water.")),
    pixel_m=10.0,
    pixel_range_m=(8.0, 13.0),
    overlap=128,
    data=({"name": "toy", "source": "made up", "terms": "none"},),
)
TRAINING = Training(
    recipe="plain supervision",
    settings={"steps": 5},
    seed=7,
    stride=16,
    parameters=1234,
    threshold=0.4,
    scales=(0.5, 1.0),
    temperature=(1.2,),
    shift=(0.3,),
    input_median_db={"VV": (-20.0, -8.0), "VH": (-27.0, -14.0)},
)
FIGURE = {"data": "toy", "measure": "IoU, pooled", "value": 0.5, "command": "tidemark evaluate water --data toy"}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a card that training wrote for a tiny network."""
    write_dark_is_water(tmp_path, "new")
    return write_card(tmp_path / "new.onnx", MODEL, TRAINING)


def stac_errors(card: Path) -> list[str]:
    """Return what the STAC Item schema that pystac brings along finds wrong with a card; nothing is fetched."""
    document = json.loads(card.read_text(encoding="utf-8"))
    validator = JsonSchemaSTACValidator()
    try:
        validator.validate_core(document, pystac.STACObjectType.ITEM, document["stac_version"])
    except pystac.errors.STACValidationError as error:
        return [str(one) for one in error.source or [error]]
    return []


def mlm_errors(card: Path) -> list[str]:
    """Return which rules of the MLM extension 1.5, as its text states them, a card breaks.

    Its JSON schema comes with no package, so the rules that matter are held here one by one.
    """
    document = json.loads(card.read_text(encoding="utf-8"))
    properties = document["properties"]
    wrong = [
        f"{name} is missing"
        for name in ("mlm:name", "mlm:architecture", "mlm:tasks", "mlm:input", "mlm:output")
        if not properties.get(name)
    ]
    models = [asset for asset in document["assets"].values() if "mlm:model" in asset.get("roles", [])]
    if len(models) != 1 or "mlm:artifact_type" not in models[0]:
        wrong.append("one asset with the role mlm:model and an artifact type is needed")
    bands = [band["name"] for band in properties["bands"]]
    for entry in properties["mlm:input"]:
        wrong += [f"band {name} is not described" for name in entry["bands"] if name not in bands]
    for entry in (*properties["mlm:input"], *properties["mlm:output"]):
        tensor = entry.get("input") or entry.get("result")
        if len(tensor["shape"]) != len(tensor["dim_order"]) or tensor["data_type"] != "float32":
            wrong.append(f"the tensor of {entry['name']} is not described")
    for entry in properties["mlm:output"]:
        wrong += ["a class lacks its description" for one in entry["classification:classes"] if not one.get("description")]
    if properties["mlm:framework_version"].count(".") != 2:
        wrong.append("the framework's version is no semantic version")
    if not any("/mlm/v1.5." in uri for uri in document["stac_extensions"]):
        wrong.append("the extension is not named")
    return wrong


def test_a_written_card_is_read_back_as_it_was_meant(written: Path) -> None:
    card = read_card(written)
    card.verify()
    assert (card.name, card.task, card.is_default, card.bands) == ("new", "water", False, ("VV", "VH"))
    assert (card.window_multiple, card.overlap, card.scales, card.threshold) == (16, 128, (0.5, 1.0), 0.4)
    assert card.input_median_db["VH"] == (-27.0, -14.0)
    assert card.pixel_range_m == (8.0, 13.0)


def test_a_written_card_keeps_the_rules_of_stac_and_mlm(written: Path) -> None:
    assert stac_errors(written) == []
    assert mlm_errors(written) == []


def test_the_rules_notice_a_broken_card(written: Path) -> None:
    document = json.loads(written.read_text(encoding="utf-8"))
    del document["properties"]["datetime"], document["properties"]["mlm:name"]
    written.write_text(json.dumps(document), encoding="utf-8")
    assert stac_errors(written)
    assert mlm_errors(written) == ["mlm:name is missing"]


def test_no_long_digest_stands_in_the_card(written: Path) -> None:
    assert max(len(word) for word in json.loads(written.read_text(encoding="utf-8"))["properties"]["tidemark:sha256"].split()) == 8


def test_figures_measured_again_replace_the_older_ones(written: Path) -> None:
    record_figures(written, [FIGURE, {**FIGURE, "measure": "recall, pooled"}])
    record_figures(written, [{**FIGURE, "value": 0.6}])
    found = {figure["measure"]: figure["value"] for figure in read_card(written).figures}
    assert found == {"IoU, pooled": 0.6, "recall, pooled": 0.5}


def test_an_installed_model_is_its_tasks_default_under_its_new_name(written: Path, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    install(written, folder, "water", default=True)
    card = find_card("", "water", folder)
    card.verify()
    assert card.name == "water"
    assert card.document["id"] == "water"


def test_a_task_has_one_default_and_other_models_besides(written: Path, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    for name, default in (("first", True), ("other", False), ("second", True)):
        install(written, folder, name, default)
    assert [card.name for card in installed_cards(folder) if card.is_default] == ["second"]
    assert find_card("first", "water", folder).name == "first"


def test_a_network_that_was_changed_after_its_card_is_noticed(written: Path) -> None:
    with (written.parent / "new.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match="checksums differ"):
        read_card(written).verify()


def test_the_shipped_water_models_are_whole_and_described() -> None:
    cards = [card for card in installed_cards() if card.task == "water"]
    assert {card.name for card in cards} >= {"water", "water-fine"}
    assert [card.name for card in cards if card.is_default] == ["water"]
    assert find_card("", "water").path.parent == MODELS_FOLDER
    for card in cards:
        card.verify()
        assert card.bands == ("VV", "VH")
        assert card.network.stat().st_size < 10_000_000
        assert stac_errors(card.path) == []
        assert mlm_errors(card.path) == []
        assert "plants" in card.description


def test_the_figures_of_shipped_water_models_come_from_places_they_had_not_seen() -> None:
    for card in installed_cards():
        if card.task == "water":
            learned = {entry["name"] for entry in card.document["properties"]["tidemark:training_data"]}
            assert "flood_db/hand" in learned
            assert card.possible_threshold is not None
            assert all(figure["command"].startswith("tidemark ") for figure in card.figures)
            assert all("never saw" in figure["data"] for figure in card.figures)
            assert not any(figure["data"] in learned for figure in card.figures)
