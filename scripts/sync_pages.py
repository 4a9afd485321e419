"""Write code, outcomes and tables from the examples into SKILL.md and references/.

What stands between two markers is generated; all else is left byte for byte as it is:

    <!-- snippet: examples/TOPIC/ENTRY/bad.py -->   its region and its declared outcome   <!-- endsnippet -->
    <!-- find: examples/TOPIC/ENTRY/bad.py -->      its search pattern and linter rules   <!-- endfind -->
    <!-- contents -->                               the list of the page's sections       <!-- endcontents -->
    <!-- packages -->                               the releases its examples ran with    <!-- endpackages -->
    <!-- configuration: FILE -->                    a file of scripts/linters             <!-- endconfiguration -->

and the tables of tables.py, each between its own two markers: catalogue, library catalogue, corrections,
sweep, second sweep, library sweep, places, symptoms, messages, by version, linters, unseen.

Exit status: 0 in step, 1 out of step or a page is not in shape, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import difflib
import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import proof
import sweep
import tables
from catalog import Catalog, Entry, Script, load
from declaration import Expectation
from pages import Page, fence, write_beside
from problem import ProblemError
from sweep import Measurements

ROOT = Path(__file__).resolve().parent.parent
CONTENTS_FROM = 100  # lines; a longer page begins with a list of its sections


class PageError(Exception):
    """What is wrong on a page: the file, the line, the cause and the cure."""

    def __init__(self, path: PurePosixPath, line: int, cause: str, cure: str) -> None:
        super().__init__(f"{path}:{line}: {cause}; {cure}")


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two markers: ``first`` and ``last`` are the lines of the markers."""

    kind: str
    argument: str
    first: int
    last: int


def synchronise(text: str, path: PurePosixPath, catalog: Catalog, root: Path = ROOT) -> str:
    """Return the page with every generated block written anew; PageError for a marker that does not work."""
    page = Page(text)
    lines = page.lines
    for block in reversed(find_blocks(page, path)):
        body = _render(block, page, path, catalog, root)
        lines[block.first : block.last - 1] = [f"{body.strip()}\n" if body.strip() else ""]
    return "".join(lines)


def find_blocks(page: Page, path: PurePosixPath) -> list[Block]:
    """Return the marked blocks in order; PageError where one does not end, or would not be found again."""
    blocks: list[Block] = []
    lines = page.lines
    opened: tuple[str, str, int] | None = None
    for comment in page.comments:
        kind, _, argument = comment.text.partition(":")
        kind = kind.strip()
        if kind.removeprefix("end") in _KINDS and not lines[comment.line - 1].startswith("<!--"):
            # What is written between two markers in a list or a quotation would end it, and hide the second.
            raise PageError(path, comment.line, f"`{kind}` does not begin its line", "move it to the line's start")
        if opened and kind == f"end{opened[0]}":
            blocks.append(Block(*opened, comment.line))
            _refuse_hidden_markers(blocks[-1], lines, path)
            opened = None
        elif opened:
            raise PageError(path, opened[2], f"`{opened[0]}` does not end", f"add <!-- end{opened[0]} -->")
        elif kind in _KINDS:
            opened = (kind, argument.strip(), comment.line)
        elif kind.removeprefix("end") in _KINDS:
            raise PageError(path, comment.line, f"`{kind}` ends nothing", "delete it, or add the opening marker")
    if opened:
        raise PageError(path, opened[2], f"`{opened[0]}` does not end", f"add <!-- end{opened[0]} -->")
    return blocks


def _refuse_hidden_markers(block: Block, lines: Sequence[str], path: PurePosixPath) -> None:
    """Refuse a block that is about to swallow another: an open fence in it hides the markers between."""
    for number in range(block.first + 1, block.last):
        kind = lines[number - 1].strip().removeprefix("<!--").removesuffix("-->").partition(":")[0].strip()
        if lines[number - 1].lstrip().startswith("<!--") and kind.removeprefix("end") in _KINDS:
            raise PageError(path, number, f"`{kind}` is hidden in `{block.kind}`", "empty the block above it")


def shape_problems(text: str, path: PurePosixPath, catalog: Catalog, length: int) -> Iterator[PageError]:
    """Yield what a page of a topic lacks: sections, labels, blocks; and hand-written Python anywhere.

    ``text`` is the page as it is, whose lines a reader is sent to; ``length`` its number of lines once in step.
    """
    page = Page(text)
    blocks = find_blocks(page, path)
    for code in page.fences:
        within = any(block.kind == "snippet" and block.first < code.first < block.last for block in blocks)
        if code.language.startswith("py") and not within:
            yield PageError(path, code.first, "Python that no example runs", "show it with a snippet marker")
    sections = sum(heading.level == 2 for heading in page.headings)
    long = length > CONTENTS_FROM and sections > 1 and path.parent.name
    if long and not any(block.kind == "contents" for block in blocks):
        yield PageError(path, 1, f"over {CONTENTS_FROM} lines without contents", "add <!-- contents --> markers")
    shown = catalog.topics().get(path.stem, []) if path.parent.name == "references" else []
    if proof.packages_of(shown) and not any(block.kind == "packages" for block in blocks):
        yield PageError(path, 1, "examples with packages, and no releases named", "add <!-- packages --> markers")
    for entry in shown:
        section = page.section(entry.name)
        if section is None:
            yield PageError(path, 1, f"no section for {entry.title}", f"add a `##` heading: {entry.name}")
            continue
        line = next(heading.line for heading in page.headings if heading.anchor == entry.name)
        order = _section_order(entry)
        position = -1
        for part in order:
            found = section.find(part, position + 1)
            if found < 0:
                where = "missing" if part not in section else "out of order"
                yield PageError(path, line, f"{entry.name}: {part} {where}", f"keep the order {' '.join(order)}")
                break
            position = found


def _section_order(entry: Entry) -> list[str]:
    """Return what the section of an entry holds, in this order."""
    if not (entry.bad and entry.good):
        return [f"<!-- snippet: {script.path} -->" for script in entry.scripts]
    return [
        "**Wrong**",
        f"<!-- snippet: {entry.bad.path} -->",
        "**Why.**",
        "**Right**",
        f"<!-- snippet: {entry.good.path} -->",
        "**When it is fine.**",
        "**Find it**",
        f"<!-- find: {entry.bad.path} -->",
    ]


@functools.cache
def _kept_measurements(root: Path) -> Measurements:
    """Read the measurements once a run: a dozen tables want them, and they take a second to parse."""
    return sweep.load(root)


def _render(block: Block, page: Page, path: PurePosixPath, catalog: Catalog, root: Path) -> str:
    if block.kind in ("snippet", "find"):
        script = catalog.script(block.argument)
        if script is None:
            raise PageError(path, block.first, f"no example {block.argument!r}", "name an existing file")
        return _snippet(script) if block.kind == "snippet" else _find(script)
    if block.kind == "contents":
        return _contents(page)
    if block.kind == "packages":
        return tables.packages(catalog, path.stem)
    if block.kind == "configuration":
        return _configuration(block.argument, root, path, block.first)
    return _TABLES[block.kind](catalog, _kept_measurements(root))


def _snippet(script: Script) -> str:
    return fence("python", script.snippet) + fence("text", outcome(script))


def outcome(script: Script) -> str:
    """Return what running the script shows, as declared: the command, its output and its end."""
    expectations = script.declaration.expectations
    parts = [f"$ {script.command}\n"]
    for expected in expectations:
        if len(expectations) > 1:
            parts.append(f"# on Python {expected.python}\n")
        parts += _outcome_lines(expected)
    return "".join(parts)


def _outcome_lines(expected: Expectation) -> Iterator[str]:
    if isinstance(expected.stdout, str):
        yield expected.stdout.strip("\n") + "\n"
    else:
        yield from (f"{part}\n" for part in expected.stdout or ())
    yield from (f"metric {name} {bound}\n" for name, bound in expected.metrics.items())
    yield from (f"stderr: {part}\n" for part in expected.stderr)
    if expected.exit == "timeout":
        yield "(does not end)\n"
    elif expected.exit:
        yield f"(exit status {expected.exit})\n"


def _find(script: Script) -> str:
    declaration = script.declaration
    lines = [
        f"- pattern{' (multiline)' if pattern.multiline else ''}: {tables.code(pattern.pattern)}"
        for pattern in declaration.patterns
    ]
    if declaration.read_for:
        lines.append(f"- no pattern tells it; read for: {declaration.read_for}")
    lines.append(f"- {linters(script)}")
    return "\n".join(lines)


def linters(script: Script) -> str:
    """Say which linter rules report the fault: ``ruff ASYNC251, mypy unused-coroutine``."""
    rules = [rule.replace(":", " ", 1) for rule in script.declaration.lint]
    return f"reported by {', '.join(rules)}" if rules else "no linter reports it"


def _contents(page: Page) -> str:
    return "\n".join(f"- [{h.title}](#{h.anchor})" for h in page.headings if h.level == 2)


def _configuration(argument: str, root: Path, path: PurePosixPath, line: int) -> str:
    """Show a file of scripts/linters as it is."""
    file = root / "scripts" / "linters" / argument
    if not file.is_file():
        raise PageError(path, line, f"no file {argument!r} in scripts/linters", "name an existing file")
    language = file.suffix.removeprefix(".") or "ini"
    return fence(language, file.read_bytes().decode())


_TABLES: dict[str, Callable[[Catalog, Measurements], str]] = {
    "catalogue": lambda catalog, measured: tables.catalogue(catalog, libraries=False),
    "library catalogue": lambda catalog, measured: tables.catalogue(catalog, libraries=True),
    "corrections": lambda catalog, measured: tables.corrections(catalog),
    "sweep": lambda catalog, measured: tables.sweep(catalog, measured, tables.Pass.FIRST),
    "second sweep": lambda catalog, measured: tables.sweep(catalog, measured, tables.Pass.MORE),
    "library sweep": lambda catalog, measured: tables.sweep(catalog, measured, tables.Pass.LIBRARIES),
    "places": lambda catalog, measured: tables.places(catalog, measured),
    "symptoms": lambda catalog, measured: tables.symptoms(catalog),
    "messages": lambda catalog, measured: tables.messages(catalog),
    "by version": lambda catalog, measured: tables.by_version(catalog),
    "linters": lambda catalog, measured: tables.linter_matrix(catalog),
    "unseen": lambda catalog, measured: tables.unseen(catalog),
}
_KINDS = {"snippet", "find", "contents", "packages", "configuration", *_TABLES}


def page_paths(root: Path) -> list[PurePosixPath]:
    """Return SKILL.md and every page, relative to the root."""
    found = [*root.glob("SKILL.md"), *sorted(root.glob("references/*.md"))]
    return [PurePosixPath(path.relative_to(root).as_posix()) for path in found]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    root: Path = options.root
    catalog = load(root)
    _kept_measurements.cache_clear()
    problems: list[Exception] = list(catalog.problems)
    pages: dict[PurePosixPath, str] = {}
    written: dict[PurePosixPath, str] = {}
    for path in page_paths(root):
        try:
            pages[path] = (root / path).read_bytes().decode()  # not as text: line ends stay as they are
            written[path] = synchronise(pages[path], path, catalog, root)
            problems += shape_problems(pages[path], path, catalog, len(Page(written[path]).lines))
        except UnicodeDecodeError as error:
            problems.append(PageError(path, 1, f"not UTF-8 ({error})", "save it as UTF-8"))
        except OSError as error:
            problems.append(PageError(path, 1, str(error.strerror), "make it a file that you may read"))
        except (PageError, ProblemError) as error:
            problems.append(error)
    for topic in catalog.topics():
        if PurePosixPath(f"references/{topic}.md") not in pages:
            problems.append(PageError(PurePosixPath(f"references/{topic}.md"), 1, "missing", "write the topic's page"))
    for problem in problems:
        print(problem, file=sys.stderr)
    stale = {path: text for path, text in written.items() if text != pages[path]}
    if options.check:
        for path, text in stale.items():
            _print_drift(path, pages[path], text)
        return 1 if stale or problems else 0
    if problems:
        print("nothing written", file=sys.stderr)
        return 1
    for path, text in stale.items():
        write_beside(root / path, text.encode())
        print(f"wrote {path}")
    return 0


def _print_drift(path: PurePosixPath, old: str, new: str) -> None:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True),
        new.splitlines(keepends=True),
        f"{path} (as it is)",
        f"{path} (from the examples)",
    )
    sys.stdout.writelines(lines)
    print(f"{path}: out of step with the examples; run: make sync", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; show what is out of step")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds SKILL.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
