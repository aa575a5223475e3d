"""Find the engine's Python, or say what is missing and install it on a click."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtWidgets import QApplication

from helpers.plugin.engine_process import write_fake_boot
from helpers.plugin.qgis_window import Window, open_dialogs, wait_for
from tidemark.engine.contract.errors import TidemarkError
from tidemark.engine.contract.requests import ProbeQuery
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.engine import runtime as runtime_module
from tidemark.plugin.engine import worker
from tidemark.plugin.engine.installer import Installer
from tidemark.plugin.engine.packages import command_line, download_command, missing_wheels, pip_arguments
from tidemark.plugin.engine.runtime import (
    RuntimeFinder,
    RuntimeMissingError,
    candidates,
    installed_folder,
    own_interpreters,
)
from tidemark.plugin.engine.worker import SPARE, Runtime, converse
from tidemark.plugin.settings import SETTING_PYTHON


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which no Python has the packages: the only candidate is an empty environment of QGIS's own Python."""
    empty = tmp_path / "boot.py"
    write_fake_boot(empty, "say(event='error', found='onnxruntime is missing.', needed='', do='Install it.'); sys.exit(2)")
    monkeypatch.setattr(worker, "BOOT", empty)


def wheel(folder: Path, name: str, version: str = "9.9", files: dict[str, str] | None = None) -> None:
    """Write a tiny pure-Python wheel that stands for a package."""
    module = name.replace("-", "_")
    info = f"{module}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{module}-{version}-py3-none-any.whl", "w") as archive:
        for path, text in (files or {f"{module}/__init__.py": f"__version__ = '{version}'\n"}).items():
            archive.writestr(path, text)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder of wheels for all the packages."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in ("onnxruntime", "rasterio", "numpy", "scipy", "pyogrio", "shapely"):
        wheel(folder, name)
    return folder


@pytest.fixture
def probing_boot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The probe as the engine does it, for packages that are only stand-ins."""
    body = (
        "sys.path.insert(0, sys.argv[1])\n"
        "try:\n"
        "    import onnxruntime\n"
        "    if onnxruntime.__version__ != '9.9': raise ImportError('the distribution has it, but the test is about the stand-in')\n"
        "    say(event='probe', python='3', packages={'onnxruntime': onnxruntime.__version__}, providers=[])\n"
        "except ImportError as error:\n"
        "    say(event='error', found='onnxruntime is missing.', needed='', do=''); sys.exit(2)\n"
    )
    monkeypatch.setattr(worker, "BOOT", write_fake_boot(tmp_path / "boot.py", body))


def needs_pip() -> None:
    """Skip where QGIS's own Python has no pip."""
    from qgis.PyQt.QtCore import QProcess

    process = QProcess()
    process.start(own_interpreters()[0], ["-I", "-m", "pip", "--version"])
    process.waitForFinished(20000)
    if process.exitCode() != 0:
        pytest.skip("QGIS's own Python has no pip")


def install(installer: Installer, wheels: Path) -> tuple[bool, str, str]:
    """Install from the wheels; returns success, message and log."""
    ends: list[tuple[bool, str]] = []
    said: list[str] = []
    installer.ended.connect(lambda worked, message: ends.append((worked, message)))
    installer.said.connect(said.append)
    installer.begin(wheels=str(wheels))
    assert wait_for(lambda: bool(ends), 60)
    return (*ends[0], "".join(said))


def test_qgis_has_a_python_of_its_own_of_the_same_version() -> None:
    assert own_interpreters()
    assert all(Path(path).name.startswith("python") for path in own_interpreters())


def test_a_python_that_the_user_sets_comes_first() -> None:
    QgsSettings().setValue(SETTING_PYTHON, "/my/python")
    assert candidates()[0] == Runtime("/my/python")
    QgsSettings().remove(SETTING_PYTHON)
    assert Runtime("/my/python") not in candidates()


def test_what_the_user_had_installed_comes_before_what_happens_to_be_there() -> None:
    installed_folder().mkdir(parents=True)
    assert candidates()[0].packages == str(installed_folder())


def test_a_missing_engine_is_told_with_its_reason_and_what_to_do(nothing_installed: None) -> None:
    with pytest.raises(RuntimeMissingError) as caught:
        RuntimeFinder().find()
    assert "onnxruntime is missing" in str(caught.value)
    assert "Install" in caught.value.do
    assert "Settings, Options, Tidemark" in caught.value.do


def test_a_missing_engine_shows_the_panel_and_nothing_modal(nothing_installed: None, window: Window, project: QgsProject) -> None:
    finder = RuntimeFinder()
    dock = TidemarkDock(window, finder, window.mainWindow())
    dock.begin()
    assert wait_for(lambda: dock.pages.currentWidget() is dock.panel)
    assert "onnxruntime" in dock.panel.reasonLabel.text()
    assert "onnxruntime is missing" in dock.panel.logView.toPlainText()
    assert not dock.foot.runButton.isEnabled()
    assert open_dialogs() == []
    dock.panel.backButton.click()
    assert dock.pages.currentWidget() is dock.page
    dock.stop()


def test_a_folder_of_wheels_is_installed_without_network_probed_and_taken_into_use(
    wheels: Path, probing_boot: None, window: Window, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_pip()
    monkeypatch.setattr(runtime_module, "PACKAGE_ROOT", wheels)
    finder = RuntimeFinder()
    dock = TidemarkDock(window, finder, window.mainWindow())
    dock.begin()
    assert wait_for(lambda: dock.pages.currentWidget() is dock.panel)
    dock.panel.install_from(str(wheels))
    assert dock.panel.backButton.text() == "Stop"
    assert wait_for(lambda: finder.runtime is not None, 60), dock.panel.logView.toPlainText()
    assert finder.runtime == Runtime(own_interpreters()[0], str(installed_folder()))
    assert "The engine is installed." in dock.panel.logView.toPlainText()
    assert [path.name for path in installed_folder().parent.iterdir()] == [installed_folder().name]
    assert "9.9" in finder.description
    assert open_dialogs() == []
    dock.stop()


def test_a_folder_that_lacks_packages_is_answered_with_which_and_how_to_get_them(
    wheels: Path, probing_boot: None, window: Window, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime_module, "PACKAGE_ROOT", wheels)
    dock = TidemarkDock(window, RuntimeFinder(), window.mainWindow())
    (wheels / "scipy-9.9-py3-none-any.whl").unlink()
    dock.panel.install_from(str(wheels))
    said = dock.panel.logView.toPlainText()
    assert "no package files (.whl) for this Python and system of: scipy." in said
    assert "pip download" in said
    assert not dock.panel.installer.is_running
    dock.stop()


def test_packages_for_another_python_or_system_do_not_count(wheels: Path) -> None:
    (wheels / "scipy-9.9-py3-none-any.whl").rename(wheels / "scipy-9.9-cp36-cp36m-win32.whl")
    (wheels / "numpy-9.9-py3-none-any.whl").rename(wheels / "numpy-9.9-cp36-abi3-any.whl")
    assert missing_wheels(str(wheels)) == ["scipy"]
    assert missing_wheels(str(wheels), gpu=True)[0].startswith("onnxruntime-")


def test_the_command_for_elsewhere_names_this_python_and_this_system(window: Window, project: QgsProject, finder: RuntimeFinder) -> None:
    dock = TidemarkDock(window, finder, window.mainWindow())
    dock.panel.downloadButton.click()
    command = QApplication.clipboard().text()
    assert command == download_command()
    assert f"--python-version 3.{sys.version_info.minor}" in command
    assert "--platform" in command
    assert '"rasterio>=1.3"' in command
    assert "take it with step 2" in dock.panel.logView.toPlainText()
    dock.stop()


def test_sizes_are_told_and_too_small_a_disk_is_refused_before_anything_is_fetched(
    window: Window, project: QgsProject, finder: RuntimeFinder, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock = TidemarkDock(window, finder, window.mainWindow())
    assert dock.panel.sizeLabel.text().startswith("about 150 MB to download, 520 MB on disk (")
    dock.panel.kindBox.setCurrentIndex(1)
    assert not dock.panel.sizeLabel.text().startswith("about 150 MB to download, 520 MB")
    dock.panel.kindBox.setCurrentIndex(0)
    assert dock.panel.minimumSizeHint().width() < 340
    monkeypatch.setattr("tidemark.plugin.dock.install_panel.free_megabytes", lambda: 100)
    dock.panel.installButton.click()
    assert "The disk has 100 MB free, and the engine takes 520 MB" in dock.panel.logView.toPlainText()
    assert not dock.panel.installer.is_running
    dock.stop()


def test_what_is_missing_is_told_in_plain_words(runtime: Runtime, tmp_path: Path) -> None:
    """An empty environment: the engine names its packages, and not what Python calls their absence."""
    bare = subprocess.run([own_interpreters()[0], "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=False)
    if bare.returncode != 0:
        pytest.skip("this Python makes no environments")
    with pytest.raises(TidemarkError) as caught:
        converse(Runtime(str(tmp_path / "bare" / "bin" / "python")), ProbeQuery(), lambda _: None, lambda: False)
    assert "numpy" in caught.value.found
    assert "ModuleNotFoundError" not in str(caught.value)


def test_a_failed_install_leaves_the_earlier_engine(wheels: Path, probing_boot: None) -> None:
    needs_pip()
    installed_folder().mkdir(parents=True)
    (installed_folder() / "earlier").touch()
    (wheels / "scipy-9.9-py3-none-any.whl").unlink()
    worked, message, log = install(Installer(), wheels)
    assert not worked
    assert "the log says why" in message
    assert "scipy" in log
    assert [path.name for path in installed_folder().parent.iterdir()] == [installed_folder().name]
    assert (installed_folder() / "earlier").exists()


def test_packages_that_do_not_work_are_not_taken_into_use(wheels: Path, nothing_installed: None) -> None:
    needs_pip()
    worked, message, _ = install(Installer(), wheels)
    assert not worked
    assert "onnxruntime is missing" in message
    assert not installed_folder().exists()


def test_an_install_replaces_the_earlier_engine_as_a_whole(wheels: Path, probing_boot: None) -> None:
    needs_pip()
    installed_folder().mkdir(parents=True)
    (installed_folder() / "earlier").touch()
    worked, message, _ = install(Installer(), wheels)
    assert worked, message
    assert not (installed_folder() / "earlier").exists()
    assert (installed_folder() / "onnxruntime").is_dir()
    assert [path.name for path in installed_folder().parent.iterdir()] == [installed_folder().name]


def test_after_an_install_no_process_with_the_earlier_engine_stays_ready(wheels: Path, probing_boot: None) -> None:
    needs_pip()
    SPARE._make([sys.executable], lambda process: process.start(sys.executable, ["-c", "input()"]))
    ready = SPARE.ready
    assert wait_for(lambda: ready.is_running)
    worked, message, _ = install(Installer(), wheels)
    assert worked, message
    assert SPARE.ready is None
    assert not ready.is_running


def test_a_stopped_install_leaves_nothing(wheels: Path) -> None:
    needs_pip()
    installer = Installer()
    ends: list[bool] = []
    installer.ended.connect(lambda worked, _: ends.append(worked))
    installer.begin(wheels=str(wheels))
    installer.stop()
    assert ends == [False]
    assert list(installed_folder().parent.iterdir()) == []


def test_the_command_can_be_copied_and_does_the_same(window: Window, project: QgsProject, runtime: Runtime, finder: RuntimeFinder) -> None:
    dock = TidemarkDock(window, finder, window.mainWindow())
    dock.panel.copyButton.click()
    command = QApplication.clipboard().text()
    assert command == command_line()
    assert str(installed_folder()) in command
    assert "onnxruntime" in command
    dock.stop()


def test_the_graphics_card_has_a_package_of_its_own(tmp_path: Path) -> None:
    assert any("onnxruntime-" in word for word in pip_arguments(tmp_path, gpu=True))
    assert not any("onnxruntime-" in word for word in pip_arguments(tmp_path))


def test_an_environment_without_polygons_runs_the_engine_and_is_described_as_such(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, runtime: Runtime
) -> None:
    body = "say(event='probe', python='3', packages={'onnxruntime': '1.31', 'shapely': '2.0'}, providers=[])"
    monkeypatch.setattr(worker, "BOOT", write_fake_boot(tmp_path / "boot.py", body))
    monkeypatch.setattr(runtime_module, "candidates", lambda: [runtime])
    finder = RuntimeFinder()
    assert finder.find() == runtime
    assert "no polygons (pyogrio missing)" in finder.description
    assert "pyogrio" in str(finder.lacking(("pyogrio", "shapely")))
    assert finder.lacking(("shapely",)) is None


def test_the_packages_for_polygons_are_installed_too(tmp_path: Path) -> None:
    words = pip_arguments(tmp_path)
    assert any(word.startswith("pyogrio") for word in words)
    assert any(word.startswith("shapely") for word in words)


def test_the_real_engine_answers_from_a_folder_of_packages_too(runtime: Runtime, tmp_path: Path) -> None:
    answer = converse(Runtime(runtime.python, runtime.packages or str(tmp_path)), ProbeQuery(), lambda _: None, lambda: False)
    assert answer.data["packages"]["rasterio"]
