"""The command line around its commands: help, odd arguments, signals, encodings, start."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.scenes import UTM, lake, write
from tidemark.engine.cli.commands import COMMANDS, make_parser
from tidemark.engine.cli.main import main
from tidemark.engine.cli.options import joined_negatives

TIDEMARK = [sys.executable, "-m", "tidemark.engine"]


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("train", "evaluate")])
def test_every_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert f"usage: tidemark {command}" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_has_a_word_of_help(command: str) -> None:
    def told(parser: argparse.ArgumentParser) -> Iterator[str]:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                for inner in {**action.choices}.values():
                    yield from told(inner)
            elif not action.help:
                yield f"{parser.prog} {action.option_strings or action.dest}"

    subcommands = next(a for a in make_parser([command])._actions if isinstance(a, argparse._SubParsersAction))
    assert list(told(subcommands.choices[command])) == []


def test_the_limits_of_a_threshold_are_told_where_one_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rethreshold", "--help"])
    assert "0.01 to 1 in steps of 0.01" in " ".join(capsys.readouterr().out.split())


def test_the_list_of_commands_loads_neither_arrays_nor_rasters() -> None:
    code = "import sys; from tidemark.engine.cli.commands import make_parser; make_parser([]).format_help()"
    code += "; print({'numpy', 'rasterio'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"


def test_info_loads_neither_filters_nor_the_runtime_of_networks(tmp_path: Path) -> None:
    scene = str(tmp_path / "scene.tif")
    assert main(["simulate", scene, "--size", "64x64"]) == 0
    code = "import sys; from tidemark.engine.cli.main import main; main(['info', sys.argv[1]])"
    code += "; print({'scipy.ndimage', 'scipy.sparse', 'onnxruntime', 'shapely'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, scene], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_numbers_that_begin_with_a_minus_are_values() -> None:
    assert joined_negatives(["detect", "a.tif", "--extent", "-51.4,-30,-51,-29", "--json"]) == [
        *("detect", "a.tif", "--extent=-51.4,-30,-51,-29", "--json")
    ]
    assert joined_negatives(["--wind", "-.5", "-h", "--extent=-1,2,3,4"]) == ["--wind=-.5", "-h", "--extent=-1,2,3,4"]


def test_an_extent_west_of_greenwich_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = str(tmp_path / "scene.tif")
    assert main(["simulate", scene, "--size", "96x96", "--crs", "EPSG:4326", "--centre", "-51,-30"]) == 0
    words = ["detect", scene, "--task", "water", "--method", "otsu", "--output", str(tmp_path / "map"), "--extent"]
    assert main([*words, "-60,-31,-59,-30"]) == 2
    assert "it does not meet the image" in capsys.readouterr().err
    assert main([*words, "-51.0004,-30.0004,-50.99,-29.99"]) == 0


HANGUP = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no such signal")


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", pytest.param("SIGHUP", marks=HANGUP)])
@pytest.mark.parametrize("after", [0.005, 0.05, 0.1, 0.3])
def test_a_signal_in_the_first_second_ends_in_one_word(tmp_path: Path, number: str, after: float) -> None:
    scene = str(tmp_path / "scene.tif")
    assert main(["simulate", scene, "--size", "2048x2048"]) == 0
    heeding = f"import signal, sys; signal.signal(signal.{number}, signal.{'default_int_handler' if number == 'SIGINT' else 'SIG_DFL'}); "
    code = f"{heeding}from tidemark.engine.cli.main import main; print('begins', flush=True); sys.exit(main())"
    words = ["detect", scene, "--task", "water", "--output", str(tmp_path / "map"), "--threads", "1"]
    process = subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdout.readline()
    time.sleep(after)
    process.send_signal(getattr(signal, number))
    _, said = process.communicate(timeout=30)
    assert process.returncode == 3
    assert said.splitlines()[-1] == "Cancelled. Nothing was written."
    assert "Traceback" not in said
    assert os.listdir(tmp_path) == ["scene.tif"]


@HANGUP
def test_a_run_that_is_to_outlive_its_terminal_goes_on_when_that_is_gone(tmp_path: Path) -> None:
    scene = str(tmp_path / "scene.tif")
    assert main(["simulate", scene, "--size", "1024x1024"]) == 0
    ignoring = "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
    code = f"{ignoring}from tidemark.engine.cli.main import main; print('begins', flush=True); sys.exit(main())"
    words = ["detect", scene, "--task", "water", "--output", str(tmp_path / "map"), "--threads", "1"]
    process = subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdout.readline()
    time.sleep(0.3)
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert (tmp_path / "map_class.tif").exists()


@pytest.mark.parametrize("bands", ["VV=1,VV=2", "vv=1,VV=2", "VV=1,VH=1"])
def test_a_band_or_a_polarisation_that_is_named_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], bands: str) -> None:
    scene = str(tmp_path / "scene.tif")
    assert main(["simulate", scene, "--size", "64x64"]) == 0
    with pytest.raises(SystemExit, match="2"):
        main(["detect", scene, "--task", "water", "--bands", bands, "--output", str(tmp_path / "map")])
    assert "each name and each band once" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["PROJ_LIB", "PROJ_DATA", "GDAL_DATA"])
def test_data_files_of_another_program_are_left_alone(tmp_path: Path, name: str) -> None:
    scene = str(tmp_path / "scene.tif")
    assert main(["simulate", scene, "--size", "64x64"]) == 0
    (tmp_path / "proj.db").write_bytes(b"of another version")
    environment = {**os.environ, name: str(tmp_path), "PYTHONWARNINGS": "error"}
    done = subprocess.run([*TIDEMARK, "info", scene], capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "EPSG:32633" in done.stdout


FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")


@FULL
def test_a_record_that_cannot_be_printed_is_told_and_the_map_is_there(tmp_path: Path) -> None:
    scene = write(tmp_path / "scene.tif", lake(96, 96)[0], tags={"UNITS": "dB"}, **UTM)
    command = [*TIDEMARK, "detect", scene, "--task", "water", "--method", "otsu", "--output", str(tmp_path / "o"), "--json"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "Standard output cannot be written" in done.stderr
    assert "nothing was written" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert (tmp_path / "o_class.tif").is_file()


def test_a_reader_that_has_left_is_no_error(tmp_path: Path) -> None:
    scene = write(tmp_path / "scene.tif", lake(96, 96)[0], tags={"UNITS": "dB"}, **UTM)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*TIDEMARK, "info", scene], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@FULL
@pytest.mark.parametrize("stream", ["closed", "full"])
def test_a_map_is_made_also_where_nobody_can_be_told(tmp_path: Path, stream: str) -> None:
    scene = write(tmp_path / "scene.tif", lake(96, 96)[0], tags={"UNITS": "dB"}, **UTM)
    command = [*TIDEMARK, "detect", scene, "--task", "water", "--method", "otsu", "--output", str(tmp_path / "o")]
    redirected = {"closed": "2>&-", "full": "2>/dev/full"}[stream]
    done = subprocess.run(["sh", "-c", f'"$@" {redirected}', "sh", *command], check=False)
    assert done.returncode == 0
    assert (tmp_path / "o_class.tif").is_file()


def test_names_that_an_output_cannot_encode_are_printed_as_escapes(tmp_path: Path) -> None:
    scene = str(tmp_path / "Überflutung_洪水.tif")
    assert main(["simulate", scene, "--size", "64x64"]) == 0
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*TIDEMARK, "info", scene], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0
    assert "\\u6d2a\\u6c34.tif" in done.stdout
    assert done.stderr == ""
