"""Validate the skill and write dist/python-async-patterns.zip, byte for byte the same from the same files.

Exit status: 0 written, 1 the skill is not valid (nothing is written), 2 used wrongly.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog import Catalog, Entry, load
from pages import Page, write_beside
from problem import Problem
from validate_skill import SHIPPED, ZIP_FILES, Skill, SkillError, problems, tokens

ROOT = Path(__file__).resolve().parent.parent
NAME = "python-async-patterns"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest time a ZIP can hold: the file's own would differ between clones
_MODE = 0o100644 << 16  # a plain file, readable by all
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Package:
    """The files that ship, and the entries left out to stay within the upload's limit, by the reason."""

    files: dict[str, bytes]
    left_out: dict[str, list[Entry]]


def collect(root: Path, catalog: Catalog, limit: int = ZIP_FILES) -> Package:
    """Choose the files of the package: all, or as many entries as ``limit`` allows.

    Where they are more, the first to go are entries that need third-party packages, which the sandbox of an
    upload could not run; then patterns, whose whole point is the code in the page; then, topic by topic from
    the end, pairs; last those that SKILL.md links to. The code of every entry stands in the pages, which all ship.
    """
    documents = [path for pattern in SHIPPED[:-1] for path in root.glob(pattern) if path.is_file()]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in documents}
    kept = {entry: [str(script.path) for script in entry.scripts] for entry in catalog.entries}
    left_out: dict[str, list[Entry]] = {}
    front_door = files.get("SKILL.md", b"").decode(errors="replace")  # whether it is right, problems() says
    linked = {link.target.partition("#")[2] for link in Page(front_door).links}
    for reason, entries in _least_missed(catalog.entries, linked):
        while entries and len(files) + sum(map(len, kept.values())) > limit:
            left_out.setdefault(reason, []).append(entries.pop())
            del kept[left_out[reason][-1]]
    for paths in kept.values():
        files |= {path: (root / path).read_bytes() for path in paths}
    return Package(files, left_out)


def _least_missed(entries: Sequence[Entry], linked: Collection[str]) -> list[tuple[str, list[Entry]]]:
    """Return the entries in groups, the one to leave out first at its group's end, with the reason."""
    packages = [e for e in entries if any(s.declaration.requires.packages for s in e.scripts)]
    patterns = [e for e in entries if e.example and e not in packages and e.name not in linked]
    pairs = [e for e in entries if e not in packages and e not in patterns and e.name not in linked]
    return [
        ("need packages that an upload lacks", packages),
        ("are patterns, whole in their pages", patterns),
        ("are too many", pairs),
        ("are too many, though SKILL.md links to them", [e for e in entries if e.name in linked and e not in packages]),
    ]


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
    parser.add_argument("--names", action="store_true", help="name the entries whose scripts are left out")
    options = parser.parse_args(arguments)
    output: Path = options.output or options.root / "dist" / f"{NAME}.zip"
    try:
        skill = Skill.from_folder(options.root)
    except SkillError as error:
        print(f"build_skill.py: {error}", file=sys.stderr)
        return 2
    catalog = load(options.root)
    package = collect(options.root, catalog)
    found: list[Exception | Problem] = [
        *catalog.problems,
        *problems(skill),
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
    for reason, entries in package.left_out.items():
        names = f" ({', '.join(entry.name for entry in entries)})" if options.names else ""
        print(f"left out, to keep to {ZIP_FILES} files: {len(entries)} entries that {reason}{names}")
    print("their code stands in the pages; a clone and the plugin have all scripts")
    print("upload it at claude.ai: Settings, Capabilities, Skills, Upload skill")
    return 0


if __name__ == "__main__":
    sys.exit(main())
