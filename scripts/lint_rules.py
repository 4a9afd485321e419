"""Proves the ``lint`` declarations: which rules of which linters see the marked statement of a script.

The linters run over flat copies of all examples (``lost-update/bad.py`` becomes ``lost_update__bad.py``: the
folder names are no module names), with the configuration in linters/. Those that look at each file by itself are
asked only about files that they have not seen; the slowest gets the imports and what the page shows.
"""

from __future__ import annotations

import ast
import asyncio
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

from catalog import Entry, Script
from pages import write_beside
from proof import cores
from tools import tool

CONFIGURATION = Path(__file__).resolve().parent / "linters"
ROOT = Path(__file__).resolve().parent.parent
MYPY_CACHE = ROOT / ".mypy_cache"
# pylint looks names up in the standard library that it runs on: where that matters, it speaks of its own Python.
_OF_THE_INTERPRETER = frozenset({"pylint:no-member"})
ANSWERS = CONFIGURATION / "answers"  # of the linters that look at each file by itself, kept by the file's content
KEY_LENGTH = 20  # hexadecimal digits; enough to tell some thousand files apart
SHOWN = "shown"  # the folder of what a page shows of each script
REGION, ENDREGION = "# region snippet\n", "# endregion\n"


@dataclass(frozen=True, slots=True)
class Finding:
    """One report of a linter: ``rule`` is ``tool:code``, ``line`` counts from 1."""

    file: str
    line: int
    rule: str


class LinterError(Exception):
    """A linter could not run, which must not look like a clean report."""


async def findings(entries: Iterable[Entry], answers: Path | None = ANSWERS) -> dict[PurePosixPath, frozenset[str]]:
    """Run all linters side by side; return for each script's path the rules that flag its marked statement.

    A script without a mark (a pattern) is looked at as a whole. Without kept answers every file is looked at anew.
    """
    scripts = {_flat_name(script): script for entry in entries for script in entry.scripts}
    with tempfile.TemporaryDirectory(prefix="lint-") as folder:
        _write(scripts, Path(folder))
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_look(linter, Path(folder), scripts, answers)) for linter in _LINTERS]
    rules: dict[PurePosixPath, set[str]] = {script.path: set() for script in scripts.values()}
    for finding in (finding for task in tasks for finding in task.result()):
        script = scripts[finding.file]
        if script.marked_line is None or finding.line in script.marked_statement:
            rules[script.path].add(finding.rule)
    return {path: frozenset(found) for path, found in rules.items()}


def complaints(script: Script, found: frozenset[str]) -> list[str]:
    """Compare what the linters see with what the script declares."""
    if _depends_on_version(script):
        found -= _OF_THE_INTERPRETER
    declared = set(script.declaration.lint)
    where = f"{script.path}:{script.marked_line}" if script.marked_line else str(script.path)
    unseen = [f"{where}: no linter reports {rule}, though `lint` declares it" for rule in declared - found]
    return unseen + [f"{where}: {rule} reports it, though `lint` does not say so" for rule in found - declared]


def _depends_on_version(script: Script) -> bool:
    declared = script.declaration
    return declared.requires.python is not None or any(e.python is not None for e in declared.expectations)


def _write(scripts: Mapping[str, Script], folder: Path) -> None:
    (folder / SHOWN).mkdir()
    for name, script in scripts.items():
        (folder / name).write_text(script.source, encoding="utf-8")
        (folder / SHOWN / name).write_text(_shown(script), encoding="utf-8")


def _shown(script: Script) -> str:
    """Return the imports and the region of a script, all else blank, so that line numbers stay."""
    lines = script.source.splitlines(keepends=True)
    if REGION not in lines:
        return script.source
    try:
        body = ast.parse(script.source).body
    except SyntaxError:
        return script.source
    kept = set(range(lines.index(REGION), lines.index(ENDREGION)))
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            kept |= set(range(node.lineno - 1, node.end_lineno or node.lineno))
    return "".join(line if number in kept else "\n" for number, line in enumerate(lines))


def _flat_name(script: Script) -> str:
    _, _, entry, name = script.path.parts
    return f"{entry.replace('-', '_')}__{name}"


@dataclass(frozen=True, slots=True)
class _Linter:
    name: str
    arguments: tuple[str, ...]
    read: Callable[[str], Iterator[tuple[str, int, str]]]  # output -> (file, line, code)
    by_file: bool = False  # whether a report depends on its file alone
    part: str = "."  # where it looks: at the whole scripts, or at SHOWN
    split: bool = True  # whether it gains by running once a core; not if it starts slowly
    libraries: bool = True  # whether it looks at examples that need packages

    def keys(self, scripts: Mapping[str, Script]) -> dict[str, str]:
        """Return for each file what its report depends on, as one word."""
        configuration = [path.read_text() for path in sorted(CONFIGURATION.iterdir()) if path.is_file()]
        arguments = [argument.replace(str(CONFIGURATION), "") for argument in self.arguments]
        parts = (metadata.version(self.name), *map(str, sys.version_info[:2]), *arguments, *configuration)
        common = hashlib.sha256("\0".join(parts).encode())
        found = {}
        for name, script in scripts.items():
            digest = common.copy()
            digest.update(f"\0{name}\0{script.source}".encode())
            found[name] = digest.hexdigest()[:KEY_LENGTH]
        return found


async def _look(linter: _Linter, folder: Path, scripts: Mapping[str, Script], answers: Path | None) -> list[Finding]:
    """Return a linter's report on all scripts, from its kept answers where they have not changed."""
    if not linter.by_file:
        return await _run(linter, folder, sorted(scripts))
    if not linter.libraries:
        scripts = {name: script for name, script in scripts.items() if not script.declaration.requires.packages}
    file = answers / f"{linter.name}.json" if answers else None
    known: dict[str, list[tuple[int, str]]] = json.loads(file.read_text()) if file and file.exists() else {}
    keys = linter.keys(scripts)
    new = sorted(name for name, key in keys.items() if key not in known)
    async with asyncio.TaskGroup() as group:
        count = cores() if linter.split else 1
        parts = [new[first::count] for first in range(count) if new[first::count]]
        tasks = [group.create_task(_run(linter, folder / linter.part, part)) for part in parts]
    known |= {keys[name]: [] for name in new}
    for finding in (finding for task in tasks for finding in task.result()):
        known[keys[finding.file]].append((finding.line, finding.rule))
    if file and new:
        kept = {key: known[key] for key in sorted(keys.values())}
        write_beside(file, (json.dumps(kept, indent=0) + "\n").encode())
    return [Finding(name, line, rule) for name, key in keys.items() for line, rule in known[key]]


async def _run(linter: _Linter, folder: Path, files: Sequence[str]) -> list[Finding]:
    process = await asyncio.create_subprocess_exec(
        tool(linter.name),
        *linter.arguments,
        *files,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode not in (0, 1):
        raise LinterError(f"{linter.name}: exit {process.returncode}: {errors.decode() or output.decode()}")
    found = linter.read(output.decode())
    return [Finding(Path(file).name, line, f"{linter.name}:{code}") for file, line, code in found]


def _read_ruff(output: str) -> Iterator[tuple[str, int, str]]:
    for item in json.loads(output):
        yield item["filename"], item["location"]["row"], item["code"] or item["name"]


def _read_flake8_async(output: str) -> Iterator[tuple[str, int, str]]:
    for line in output.splitlines():
        file, row, _column, message = line.split(":", 3)
        yield file, int(row), message.split()[0]


def _read_mypy(output: str) -> Iterator[tuple[str, int, str]]:
    for item in map(json.loads, output.splitlines()):
        if item["severity"] == "error":
            yield item["file"], item["line"], item["code"]


def _read_pyright(output: str) -> Iterator[tuple[str, int, str]]:
    for item in json.loads(output)["generalDiagnostics"]:
        yield item["file"], item["range"]["start"]["line"] + 1, item.get("rule", "syntax")


def _read_pylint(output: str) -> Iterator[tuple[str, int, str]]:
    for item in json.loads(output)["messages"]:
        yield item["path"], item["line"], item["symbol"]


_LINTERS = (
    _Linter(
        "ruff",
        ("check", "--config", str(CONFIGURATION / "ruff.toml"), "--no-cache", "--output-format", "json"),
        _read_ruff,
    ),
    # Its optional rules, 900 and 910-913, ask for a checkpoint in every function: a discipline of trio and
    # anyio libraries, which on asyncio code reports most functions. They stay off, as they are by default.
    _Linter("flake8-async", (), _read_flake8_async, by_file=True, part=SHOWN),
    _Linter(
        "mypy",
        (
            *("--config-file", str(CONFIGURATION / "mypy.ini"), "--cache-dir", str(MYPY_CACHE)),
            *("--python-executable", sys.executable, "--no-error-summary", "--output", "json"),
        ),
        _read_mypy,
    ),
    _Linter(
        "pyright",
        (
            *("--project", str(CONFIGURATION / "pyrightconfig.json"), "--pythonpath", sys.executable),
            "--outputjson",
        ),
        _read_pyright,
    ),
    _Linter(
        "pylint",
        ("--rcfile", str(CONFIGURATION / "pylintrc"), "--exit-zero", "--output-format", "json2"),
        _read_pylint,
        by_file=True,
        split=False,
        libraries=False,  # it infers whole libraries, and takes five times as long as for all other examples
    ),
)
