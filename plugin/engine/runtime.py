"""Find, check or name the Python that runs the engine.

In this order: the interpreter set by the user; the folder that the user had filled by a click on 'Install'; whatever
interpreter already has the packages (the checkout's own environment, QGIS's own Python, conda). QGIS itself never gets the
packages on its path.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.contract.errors import Cancelled, TidemarkError
from ...engine.contract.installation import VECTOR_PACKAGES
from ...engine.contract.job import Event
from ...engine.contract.requests import ProbeQuery
from ..i18n import tr
from ..log import log
from ..settings import chosen_python
from .worker import SPARE, Conversation, Runtime, converse

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
PROBE = ProbeQuery()

PROVIDERS = {
    "CUDAExecutionProvider": "CUDA",
    "DmlExecutionProvider": "DirectML",
    "CoreMLExecutionProvider": "CoreML",
    "CPUExecutionProvider": "CPU",
}
ON_WINDOWS = os.name == "nt"


class RuntimeMissingError(TidemarkError):
    """No Python on this machine can run the engine yet."""


def runtimes_folder() -> Path:
    """Return the folder in the user's QGIS profile that holds installed environments."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "tidemark"


def installed_folder() -> Path:
    """Return where this Python's packages lie once installed: one folder for each version and platform."""
    version = f"cp{sys.version_info.major}{sys.version_info.minor}"
    return runtimes_folder() / f"runtime-{version}-{sysconfig.get_platform()}"


def own_interpreters() -> list[str]:
    """Return the interpreters of the Python inside QGIS (`sys.executable` may be QGIS itself), best first."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    names = ("python.exe", "python3.exe") if ON_WINDOWS else (f"python{version}", "python3", "python")
    prefixes = [Path(sys.exec_prefix), Path(sys.base_exec_prefix)]
    folders = prefixes if ON_WINDOWS else [prefix / "bin" for prefix in prefixes]
    if sys.executable:
        beside_qgis = Path(sys.executable).parent
        folders += [beside_qgis / "bin", beside_qgis]
    found = ([path for path in (folder / name for name in names) if path.is_file()] for folder in dict.fromkeys(folders))
    return [str(paths[0]) for paths in found if paths]


def _environment_python(folder: Path) -> str:
    return str(folder / "Scripts" / "python.exe" if ON_WINDOWS else folder / "bin" / "python")


def _conda_python(folder: Path) -> str:
    return str(folder / "python.exe" if ON_WINDOWS else folder / "bin" / "python")


def candidates() -> list[Runtime]:
    """Return the environments that may run the engine, in the order in which they are tried."""
    return list(dict.fromkeys(_candidates()))


def _candidates() -> Iterator[Runtime]:
    chosen = chosen_python()
    if chosen:
        yield Runtime(chosen)
    own = own_interpreters()
    if own and installed_folder().is_dir():
        yield Runtime(own[0], str(installed_folder()))
    conda = os.environ.get("CONDA_PREFIX", "")
    others = [_environment_python(PACKAGE_ROOT / ".venv"), *own, _conda_python(Path(conda)) if conda else ""]
    for python in others:
        if python and Path(python).is_file():
            yield Runtime(python)


def in_words(probe: Event) -> str:
    """Describe an environment that answered, e.g. "Python 3.11.7, onnxruntime 1.31.1 (CPU)"."""
    packages = probe.data.get("packages", {})
    providers = [PROVIDERS[name] for name in probe.data.get("providers", ()) if name in PROVIDERS]
    words = tr("Python {python}, onnxruntime {onnxruntime} ({providers})").format(
        python=probe.data.get("python", "?"),
        onnxruntime=packages.get("onnxruntime", "?"),
        providers=", ".join(providers) or "?",
    )
    lacking = [name for name in VECTOR_PACKAGES if name not in packages]
    return words + tr(", no polygons ({packages} missing)").format(packages=", ".join(lacking)) if lacking else words


def missing_error(reasons: list[str]) -> RuntimeMissingError:
    """Return the one message for "nothing here runs the engine", with the reason of each environment tried."""
    return RuntimeMissingError(
        tr("The engine's Python packages are not installed yet."),
        "\n".join(reasons),
        tr("Open the Tidemark panel and click 'Install', or name a Python that has them (Settings, Options, Tidemark)."),
    )


def _found(reason: object) -> str:
    """Return what is the matter with an environment, without what to do: that is told once for all of them."""
    return reason.found if isinstance(reason, TidemarkError) else str(reason)


class RuntimeFinder(QObject):
    """Looks for an environment once and remembers it.

    Signals:
        found: the `Runtime`.
        missing: a `RuntimeMissingError`.
    """

    found = pyqtSignal(object)
    missing = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runtime: Runtime | None = None
        self.description = ""
        self._packages: frozenset[str] = frozenset()
        self._conversation: Conversation | None = None
        self._left: list[Runtime] = []
        self._reasons: list[str] = []

    def find(self) -> Runtime:
        """Return the environment, looking for it in this thread if need be. Raises `RuntimeMissingError`."""
        if self.runtime is not None:
            return self.runtime
        reasons = []
        for runtime in candidates():
            try:
                answer = converse(runtime, PROBE, lambda _: None, lambda: False)
            except (TidemarkError, Cancelled) as error:
                reasons.append(f"{runtime.python}: {_found(error)}")
                continue
            self._remember(runtime, answer)
            return runtime
        raise missing_error(reasons)

    def lacking(self, packages: tuple[str, ...]) -> RuntimeMissingError | None:
        """Return the message for packages that the environment, which was found, does not have; None where it has them."""
        missing = [name for name in packages if name not in self._packages]
        if not missing:
            return None
        return RuntimeMissingError(
            tr("The engine can map, but its environment lacks {packages}, which polygons and zones need.").format(
                packages=" and ".join(missing)
            ),
            "",
            tr("Open the Tidemark panel, click 'Engine…' and install the engine again."),
        )

    def look(self) -> None:
        """Look for the environment without blocking; the answer is a signal."""
        self.stop()
        SPARE.stop()  # what is found may be another engine, at the same place
        self.runtime = None
        self._left = candidates()
        self._reasons = []
        self._try_next()

    @property
    def is_looking(self) -> bool:
        """Whether a search is under way."""
        return self._conversation is not None

    def stop(self) -> None:
        """End a search that is under way."""
        if self._conversation is not None:
            self._conversation.stop()
            self._conversation.deleteLater()
            self._conversation = None

    def _try_next(self) -> None:
        if not self._left:
            self.missing.emit(missing_error(self._reasons))
            return
        runtime = self._left.pop(0)
        self._conversation = Conversation(runtime, PROBE, self)
        self._conversation.finished.connect(lambda outcome: self._judge(runtime, outcome))
        self._conversation.begin()

    def _judge(self, runtime: Runtime, outcome: object) -> None:
        if self._conversation is not None:
            self._conversation.deleteLater()
            self._conversation = None
        if isinstance(outcome, Event):
            self._remember(runtime, outcome)
            self.found.emit(runtime)
            return
        self._reasons.append(f"{runtime.python}: {_found(outcome)}")
        self._try_next()

    def _remember(self, runtime: Runtime, probe: Event) -> None:
        self.runtime = runtime
        self.description = in_words(probe)
        self._packages = frozenset(probe.data.get("packages", {}))
        log(tr("The engine runs on {description}, {python}.").format(description=self.description, python=runtime.python))
