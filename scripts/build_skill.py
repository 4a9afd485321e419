"""Validate the skill and write dist/python-async-patterns.zip, byte for byte the same from the same files.

Exit status: 0 written, 1 the skill is not valid (nothing is written), 2 used wrongly.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog import Catalog, Entry, load
from pages import write_beside
from problem import Problem
from validate_skill import SHIPPED, ZIP_FILES, Skill, problems, tokens

ROOT = Path(__file__).resolve().parent.parent
NAME = "python-async-patterns"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest time a ZIP can hold: the file's own would differ between clones
_MODE = 0o100644 << 16  # a plain file, readable by all
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Package:
    """The files that ship, and the entries left out to stay within the upload's limit."""

    files: dict[str, bytes]
    left_out: tuple[Entry, ...]


def collect(root: Path, catalog: Catalog, limit: int = ZIP_FILES) -> Package:
    """Choose the files of the package.

    Where they are more than ``limit``, entries go that need third-party packages, the last first: the
    sandbox of an upload could not run them, and their code stands in the pages.
    """
    documents = [path for pattern in SHIPPED[:-1] for path in root.glob(pattern)]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in documents}
    scripts = {entry: [str(script.path) for script in entry.scripts] for entry in catalog.entries}
    left_out: list[Entry] = []
    candidates = [e for e in catalog.entries if any(s.declaration.requires.packages for s in e.scripts)]
    while len(files) + sum(map(len, scripts.values())) > limit and candidates:
        left_out.append(candidates.pop())
        del scripts[left_out[-1]]
    for paths in scripts.values():
        files |= {path: (root / path).read_bytes() for path in paths}
    return Package(files, tuple(left_out))


def pack(files: dict[str, bytes], folder: str = NAME) -> bytes:
    """Return the ZIP: names sorted, times and modes fixed, nothing compressed.

    Compressed bytes depend on the zlib that made them; stored ones are the same on every machine.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds SKILL.md")
    parser.add_argument("--output", type=Path, help=f"the ZIP to write (ROOT/dist/{NAME}.zip)")
    options = parser.parse_args(arguments)
    output: Path = options.output or options.root / "dist" / f"{NAME}.zip"
    catalog = load(options.root)
    package = collect(options.root, catalog)
    found: list[Exception | Problem] = [
        *catalog.problems,
        *problems(Skill.from_folder(options.root)),
        *problems(Skill(package.files, NAME, zipped=True)),
    ]
    for line in dict.fromkeys(map(str, found)):
        print(line, file=sys.stderr)
    if found:
        print(f"build_skill.py: {output} is not written", file=sys.stderr)
        return 1
    write_beside(output, pack(package.files))
    size = tokens(package.files["SKILL.md"].decode())
    print(f"{output}: {len(package.files)} files, SKILL.md {size} tokens")
    if package.left_out:
        names = ", ".join(entry.name for entry in package.left_out)
        count = len(package.left_out)
        print(f"left out, to keep to {ZIP_FILES} files: {count} entries that need packages ({names})")
    print("upload it at claude.ai: Settings, Capabilities, Skills, Upload skill")
    return 0


if __name__ == "__main__":
    sys.exit(main())
