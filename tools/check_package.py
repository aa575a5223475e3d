"""Hold the plugin's zip against the rules of the QGIS plugin repository, and say every fault at once.

Usage: check_package.py FILE.zip. Exit status 1 when something is wrong.
"""

from __future__ import annotations

import ast
import configparser
import re
import sys
import zipfile
from pathlib import Path, PurePosixPath

MOST_BYTES = 25_000_000
FOLDER = "tidemark"
NEEDED_FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "engine/boot.py", "plugin/main.py")
LANGUAGES = ("es", "fr", "pt")
NEEDED_FIELDS = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
FIXED_FIELDS = {"hasProcessingProvider": "yes", "server": "False", "qgisMinimumVersion": "3.22", "qgisMaximumVersion": "4.99"}
TOP_LEVEL = {"__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "plugin", "engine", "models", "resources"}
SUSPICIOUS = {".pyc", ".pyo", ".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pt", ".pth", ".tif", ".zip"}
NAME = re.compile(r"[A-Za-z0-9_.-]+")


def name_faults(names: list[str]) -> list[str]:
    """Return what is wrong with the names in the zip."""
    faults = []
    for name in names:
        parts = PurePosixPath(name).parts
        if parts[0] != FOLDER or len(parts) < 2:
            faults.append(f"{name}: everything has to lie in the one folder {FOLDER}")
        elif parts[1] not in TOP_LEVEL:
            faults.append(f"{name}: '{parts[1]}' is not part of the plugin; mark it export-ignore in .gitattributes")
        if ".." in parts or "\\" in name or name.startswith("/") or any(not NAME.fullmatch(part) for part in parts):
            faults.append(f"{name}: a name has letters, digits, '_', '-' and '.' only")
        if any(part == "__pycache__" or part == "__MACOSX" or part.startswith(".") for part in parts):
            faults.append(f"{name}: caches and hidden files stay out")
        if PurePosixPath(name).suffix in SUSPICIOUS:
            faults.append(f"{name}: files of this kind stay out")
    faults += [f"{FOLDER}/{needed} is missing" for needed in NEEDED_FILES if f"{FOLDER}/{needed}" not in names]
    translations = [f"{FOLDER}/resources/translations/tidemark_{language}.qm" for language in LANGUAGES]
    return faults + [f"{name} is missing: the zip has to be made with make package" for name in translations if name not in names]


def metadata_faults(text: str, names: list[str]) -> list[str]:
    """Return what is wrong with metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    if not parser.has_section("general"):
        return ["metadata.txt: the section [general] is missing"]
    fields = parser["general"]
    faults = [f"metadata.txt: {name} is missing or empty" for name in NEEDED_FIELDS if not fields.get(name, "").strip()]
    faults += [f"metadata.txt: {name} has to be {value}" for name, value in FIXED_FIELDS.items() if fields.get(name) != value]
    if not re.fullmatch(r"\d+\.\d+\.\d+", fields.get("version", "")):
        faults.append("metadata.txt: version has to be three numbers, like 0.1.0")
    for name in ("tracker", "repository", "homepage"):
        if not fields.get(name, "https://").startswith("https://"):
            faults.append(f"metadata.txt: {name} has to be an address that begins with https://")
    icon = fields.get("icon", "")
    if f"{FOLDER}/{icon}" not in names:
        faults.append(f"metadata.txt: the icon '{icon}' is not in the zip")
    return faults


def source_faults(archive: zipfile.ZipFile) -> list[str]:
    """Return which Python files cannot be parsed."""
    faults = []
    for name in archive.namelist():
        if name.endswith(".py"):
            try:
                ast.parse(archive.read(name), name)
            except SyntaxError as error:
                faults.append(f"{name}: {error}")
    return faults


def faults_of(path: Path) -> list[str]:
    """Return everything that is wrong with a zip; empty when it is fit for upload."""
    faults = []
    if path.stat().st_size > MOST_BYTES:
        faults.append(f"{path.name} has {path.stat().st_size:,} bytes; the repository takes {MOST_BYTES:,}")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        faults += name_faults(names)
        if f"{FOLDER}/LICENSE" in names and b"GNU GENERAL PUBLIC LICENSE" not in archive.read(f"{FOLDER}/LICENSE"):
            faults.append("LICENSE is not the text of the GNU General Public License")
        if f"{FOLDER}/metadata.txt" in names:
            faults += metadata_faults(archive.read(f"{FOLDER}/metadata.txt").decode("utf-8"), names)
        faults += source_faults(archive)
    return faults


def main() -> int:
    """Check the zip that is named on the command line."""
    path = Path(sys.argv[1])
    faults = faults_of(path)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, fit for the plugin repository")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
