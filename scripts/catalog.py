"""The catalogue: every entry under examples/, read but never imported.

``load(root)`` is pure: it reads files and returns entries and the problems it met. One broken
declaration is a problem beside the other entries, not the end of the run.
"""

from __future__ import annotations

import ast
import os
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from declaration import Declaration, DeclarationError, Role
from declaration_parser import parse, read_docstring

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKS = {Role.BAD: "# BUG:", Role.GOOD: "# FIX:"}


@dataclass(frozen=True, eq=False)
class Script:
    """One example file. ``path`` is relative to the root of the repository, with ``/``."""

    path: PurePosixPath
    role: Role
    source: str
    declaration: Declaration
    docstring_end: int  # the last line of the docstring, counted from 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines as Python counts them: a form feed or U+2028 ends none, as it would for splitlines()."""
        return self.source.split("\n")

    @cached_property
    def marked_line(self) -> int | None:
        """The line of ``# BUG:`` or ``# FIX:``, counted from 1; None for a pattern."""
        return next(iter(_marked_lines(self)), None)

    @cached_property
    def marked_statement(self) -> range:
        """The lines of the marked statement, or of its header where it has a body; empty for a pattern."""
        if self.marked_line is None:
            return range(0)
        return statement_lines(self.source, self.marked_line)

    @cached_property
    def snippet(self) -> str:
        """What a page shows: the region ``snippet``, or all that follows the docstring."""
        first, last = self.docstring_end, len(self.lines)
        if "# region snippet" in self.lines:
            first = self.lines.index("# region snippet") + 1
            last = self.lines.index("# endregion", first)
        return "\n".join(self.lines[first:last]).strip("\n") + "\n"

    @property
    def command(self) -> str:
        """What a person types to run it from the root."""
        return " ".join(["python", *self.declaration.flags, str(self.path)])


@dataclass(frozen=True, eq=False)
class Entry:
    """A folder of examples: a pair (bad and good) or a pattern (example)."""

    topic: str
    name: str
    scripts: tuple[Script, ...]

    def script(self, role: Role) -> Script | None:
        """Return the file of that role, or None."""
        return next((script for script in self.scripts if script.role is role), None)

    @property
    def bad(self) -> Script | None:
        return self.script(Role.BAD)

    @property
    def good(self) -> Script | None:
        return self.script(Role.GOOD)

    @property
    def example(self) -> Script | None:
        return self.script(Role.EXAMPLE)

    @property
    def title(self) -> str:
        """Where a page shows it: ``topic/name``."""
        return f"{self.topic}/{self.name}"

    @property
    def summary(self) -> str:
        """The sentence of bad.py or example.py; it names the entry in every list."""
        return (self.bad or self.example or self.scripts[0]).declaration.summary


@dataclass(frozen=True)
class Catalog:
    """All entries in order of topic and name, and what could not be read."""

    entries: tuple[Entry, ...]
    problems: tuple[DeclarationError, ...]

    def topics(self) -> dict[str, list[Entry]]:
        """Return the entries by topic."""
        grouped: dict[str, list[Entry]] = {}
        for entry in self.entries:
            grouped.setdefault(entry.topic, []).append(entry)
        return grouped

    def script(self, path: str) -> Script | None:
        """Return the script at a path relative to the root, or None."""
        return next((s for e in self.entries for s in e.scripts if str(s.path) == path), None)


def load(root: Path) -> Catalog:
    """Read every entry below ``root/examples``.

    No entry at all is a problem: a catalogue that finds nothing would report a clean house for ever.
    """
    entries: list[Entry] = []
    problems: list[DeclarationError] = []
    for folder in _entry_folders(root / "examples"):
        where = PurePosixPath(folder.relative_to(root).as_posix())
        scripts: list[Script] = []
        broken = list(_folder_problems(folder, where))
        for role in Role:
            file = folder / f"{role}.py"
            if not os.path.lexists(file):
                continue
            try:
                script = _read(file, where / file.name, role)
                _check_marks(script)
                scripts.append(script)
            except DeclarationError as error:
                broken.append(error)
        problems += broken
        if scripts and not broken:
            entries.append(Entry(folder.parent.name, folder.name, tuple(scripts)))
    counts = Counter(entry.name for entry in entries)
    for entry in entries:
        if counts[entry.name] > 1:
            problems.append(
                DeclarationError(
                    entry.scripts[0].path.parent, "name", "another entry has this name", "names are unique"
                )
            )
    if not entries and not problems:
        problems.append(
            DeclarationError(PurePosixPath("examples"), "folder", "no example found", "add TOPIC/ENTRY/bad.py")
        )
    return Catalog(tuple(entries), tuple(problems))


def statement_lines(source: str, line: int) -> range:
    """Return the lines of the innermost statement on a line; of its header where it has a body.

    A source that does not parse gives the line alone.
    """
    best = range(line, line + 1)
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):  # ValueError: a NUL
        return best
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case):
            continue
        at = node.pattern if isinstance(node, ast.match_case) else node
        first, last = at.lineno, at.end_lineno or at.lineno
        if body := getattr(node, "body", None):
            last = max(first, body[0].lineno - 1)
        if first <= line <= last:
            best = range(first, last + 1)  # ast.walk goes outside in: the last one that fits is the innermost
    return best


def _entry_folders(examples: Path) -> Iterator[Path]:
    if not examples.is_dir():
        return
    for topic in _subfolders(examples):
        yield from _subfolders(topic)


def _subfolders(folder: Path) -> list[Path]:
    """Return the folders in order, without those that tools leave behind (.ruff_cache, __pycache__)."""
    return sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._")


def _folder_problems(folder: Path, where: PurePosixPath) -> Iterator[DeclarationError]:
    for part in (folder.parent.name, folder.name):
        if not _NAME.fullmatch(part):
            yield DeclarationError(where, "name", f"{part!r} is not kebab-case", "use a-z, 0-9 and single hyphens")
    known = {f"{role}.py" for role in Role}
    present = {path.name for path in folder.iterdir()} - {"__pycache__"}
    for name in sorted(present - known):
        yield DeclarationError(where / name, "file", "not part of an entry", f"keep to {', '.join(sorted(known))}")
    if not present & known:
        yield DeclarationError(where, "folder", "no example in it", "add bad.py and good.py, or example.py")
    for one, other in (("bad.py", "good.py"), ("good.py", "bad.py")):
        if one in present and other not in present:
            yield DeclarationError(where / other, "file", f"missing beside {one}", f"add {other}, the twin")


def _read(file: Path, path: PurePosixPath, role: Role) -> Script:
    try:
        with tokenize.open(file) as stream:
            source = stream.read()
    except (SyntaxError, UnicodeDecodeError) as error:
        raise DeclarationError(path, "encoding", str(error), "save it as UTF-8") from error
    except OSError as error:
        raise DeclarationError(path, "file", str(error.strerror), "make it a file that you may read") from error
    found = read_docstring(source)
    if found is None:
        raise DeclarationError(path, "docstring", "missing", 'begin with r"""One sentence. --- declaration ---"""')
    docstring, end = found
    return Script(path, role, source, parse(docstring, role, path), end)


def _marked_lines(script: Script) -> list[int]:
    mark = _MARKS.get(script.role)
    lines = enumerate(script.lines, start=1)
    return [n for n, text in lines if mark and n > script.docstring_end and mark in text]


def _check_marks(script: Script) -> None:
    """Refuse a pair without exactly one marked line, and a region that does not end."""
    mark = _MARKS.get(script.role)
    if mark and (count := len(_marked_lines(script))) != 1:
        raise DeclarationError(script.path, mark, f"on {count} lines, not 1", f"mark the line with `{mark} cause`")
    region = ["# region snippet", "# endregion"]
    found = [line for line in script.lines if line in region]
    if found not in ([], region):
        cause = f"{found.count(region[0])} begun, {found.count(region[1])} ended"
        raise DeclarationError(script.path, region[0], cause, "one region, ended by # endregion")
