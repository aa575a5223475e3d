"""One version everywhere, and a zip that the plugin repository takes."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run_tool(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ran = run_tool("package.py", tmp_path_factory.mktemp("package"))
    assert ran.returncode == 0, ran.stderr
    return Path(ran.stdout.strip())


def repacked(package: Path, path: Path, without: str = "", added: dict[str, bytes] | None = None) -> Path:
    """Copy a zip, less one member, with others added."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name != without:
                new.writestr(name, old.read(name))
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return path


def metadata() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_metadata_project_and_changelog_name_one_version() -> None:
    project = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    newest = re.search(r"^## \[(\d.*?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert project is not None
    assert newest is not None
    assert metadata()["version"] == project[1] == newest[1] == version("tidemark")


def test_every_package_folder_is_listed_for_a_wheel() -> None:
    on_disk = {path.parent.relative_to(ROOT) for part in ("engine", "plugin") for path in (ROOT / part).rglob("__init__.py")}
    listed = set(re.findall(r'^    "tidemark\.([a-z0-9_.]+)",$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == {folder.as_posix().replace("/", ".") for folder in on_disk}


def test_the_zip_is_fit_for_the_plugin_repository(package: Path) -> None:
    ran = run_tool("check_package.py", package)
    assert ran.returncode == 0, ran.stderr
    assert "fit for the plugin repository" in ran.stdout


def test_the_zip_holds_the_plugin_and_nothing_of_its_development(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
    assert {"tidemark/metadata.txt", "tidemark/LICENSE", "tidemark/engine/boot.py", "tidemark/plugin/main.py"} <= set(names)
    assert not [name for name in names if re.match(r"tidemark/(tests|tools|docs|engine/training|Makefile|pyproject|\.)", name)]


def test_the_readme_in_the_zip_links_to_nothing_that_is_not_there(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        names, readme = archive.namelist(), archive.read("tidemark/README.md").decode()
    links = re.findall(r"\]\(([^)#]+)", readme)
    assert f"{metadata()['repository']}/blob/main/docs/user-guide.md" in links
    assert [link for link in links if not link.startswith("https://") and f"tidemark/{link}" not in names] == []


def test_every_link_of_the_pages_leads_to_a_file() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.name}: {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_the_zip_holds_the_default_model_with_its_card(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        models = [name for name in archive.namelist() if name.startswith("tidemark/models/")]
    cards = [name for name in models if name.endswith(".json")]
    assert cards
    assert all(card.replace(".json", ".onnx") in models for card in cards)


def test_the_same_files_give_the_same_zip(package: Path, tmp_path: Path) -> None:
    again = run_tool("package.py", tmp_path).stdout.strip()
    assert Path(again).read_bytes() == package.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tidemark/engine/old.pyc", b"", "files of this kind stay out"),
        ("tidemark/.git/config", b"", "hidden files stay out"),
        ("other/readme.txt", b"", "the one folder tidemark"),
        ("tidemark/tests/test_job.py", b"", "not part of the plugin"),
        ("tidemark/models/the model.onnx", b"", "letters, digits"),
        ("tidemark/models/large.onnx", os.urandom(1000) * 26_000, "the repository takes 25,000,000"),
        ("tidemark/engine/broken.py", b"def (", "broken.py"),
    ],
)
def test_a_zip_with_something_that_does_not_belong_is_refused(package: Path, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    ran = run_tool("check_package.py", repacked(package, tmp_path / "bad.zip", added={name: content}))
    assert ran.returncode == 1
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("name", ["LICENSE", "metadata.txt", "__init__.py"])
def test_a_zip_that_lacks_a_needed_file_is_refused(package: Path, tmp_path: Path, name: str) -> None:
    ran = run_tool("check_package.py", repacked(package, tmp_path / "bad.zip", without=f"tidemark/{name}"))
    assert ran.returncode == 1
    assert f"tidemark/{name} is missing" in ran.stderr


@pytest.mark.parametrize("field", ["about", "email", "tracker", "hasProcessingProvider"])
def test_a_zip_whose_metadata_lacks_a_field_is_refused(package: Path, tmp_path: Path, field: str) -> None:
    lines = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    short = "".join(line for line in lines if not line.startswith((f"{field}=", " ")) and line.strip())
    bad = repacked(package, tmp_path / "bad.zip", without="tidemark/metadata.txt", added={"tidemark/metadata.txt": short.encode()})
    ran = run_tool("check_package.py", bad)
    assert ran.returncode == 1
    assert f"metadata.txt: {field}" in ran.stderr


def test_a_wheel_holds_every_module_the_models_and_the_styles(tmp_path: Path) -> None:
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(".git", ".venv*", "build", "tests", "*.egg-info", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, source, ignore=ignored)
    made = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = set(wheel.namelist())
    files = [path for part in ("engine", "plugin", "models", "resources") for path in (source / part).rglob("*") if path.is_file()]
    needed = {f"tidemark/{path.relative_to(source).as_posix()}" for path in files if path.suffix not in {".md", ".pyc"}}
    assert needed <= held
