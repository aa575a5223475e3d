"""Write the plugin's zip: what git would keep, less what .gitattributes marks `export-ignore`, and the translations that make has made.

Usage: package.py FOLDER. Writes FOLDER/tidemark-VERSION.zip and prints its path. The same files give the same bytes.
"""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LINK = re.compile(r"(!?)(\[[^]]*\])\((?!https?:|#)([^)#]+)(#[^)]*)?\)")
FIRST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def git(*arguments: str, given: str = "") -> list[str]:
    """Return what git prints, split at its zeros."""
    command = ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT), *arguments]
    return subprocess.run(command, input=given, check=True, stdout=subprocess.PIPE, text=True).stdout.split("\0")[:-1]


def shipped(names: list[str]) -> list[str]:
    """Return the names that .gitattributes does not hold back."""
    answers = git("check-attr", "-z", "--stdin", "export-ignore", given="".join(f"{name}\0" for name in names))
    return [name for name, value in zip(answers[::3], answers[2::3], strict=True) if value != "set"]


def files_to_ship() -> list[str]:
    """Return the files of the zip, sorted; files that are not committed are in it too, and named on standard error."""
    known = shipped([name for name in git("ls-files", "-z") if (ROOT / name).is_file()])
    new = shipped(git("ls-files", "-z", "--others", "--exclude-standard"))
    if new:
        print(f"Not in git yet, but packaged: {', '.join(sorted(new))}", file=sys.stderr)
    return sorted({*known, *new, *(path.relative_to(ROOT).as_posix() for path in TRANSLATIONS.glob("*.qm"))})


def with_links_that_work(markdown: str, names: list[str], repository: str) -> str:
    """Return a page whose links to files outside the zip lead to the repository."""

    def lead(link: re.Match[str]) -> str:
        picture, words, target, place = link[1], link[2], link[3], link[4] or ""
        if target in names:
            return link[0]
        return f"{picture}{words}({repository}/{'raw' if picture else 'blob'}/main/{target}{place})"

    return LINK.sub(lead, markdown)


def write_zip(names: list[str], path: Path, repository: str) -> None:
    """Write the files below one folder called `tidemark`."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(f"tidemark/{name}", FIRST_ZIP_TIME)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = (ROOT / name).read_bytes()
            if name == "README.md":
                content = with_links_that_work(content.decode(), names, repository).encode()
            archive.writestr(entry, content, compresslevel=9)


def main() -> int:
    """Write the zip into the folder that is named on the command line."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"tidemark-{metadata['general']['version']}.zip"
    write_zip(files_to_ship(), path, metadata["general"]["repository"])
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
