"""Measure what the search patterns cost: how often they hit in well-known projects, and how long they take.

The projects are wheels of released packages, pinned in evals/sweep/projects.txt and fetched by pip into a
cache; none of their code enters this repository. Written:

    evals/sweep/noise.json   hits of each pattern, lines searched, packages

``--sample ENTRY`` prints hits of an entry's patterns, spread evenly over all, to judge by reading; verdicts
are kept in evals/sweep/judged.yaml (entry, project, path, line, verdict: look or innocent, reason).

Exit status: 0 measured, 1 a package cannot be fetched or a pattern is refused (nothing is written), 2 used wrongly.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from rich.progress import track

import ripgrep
from arguments import count
from catalog import Catalog, load
from declaration import Pattern
from pages import write_beside
from proof import cores
from sweep import NOISE, PER
from wheels import FetchError, download, unpack

ROOT = Path(__file__).resolve().parent.parent
PROJECTS = Path("evals/sweep/projects.txt")
NO_PRODUCT = {"test", "tests", "testing", "docs", "examples", "conftest.py"}  # parts of a path that no user runs
BUDGET = 10.0  # seconds for a sweep over BUDGET_LINES lines
BUDGET_LINES = 500_000


def fetch(projects: Path, cache: Path) -> Path:
    """Fetch the pinned wheels and unpack their Python files; return the folder, one subfolder a package."""
    wheels, sources = cache / "wheels", cache / "sources"
    download(["--requirement", str(projects)], wheels)
    for wheel in sorted(wheels.glob("*.whl")):
        target = sources / "-".join(wheel.name.split("-")[:2])
        if not target.exists():
            unpack(wheel, target, NO_PRODUCT)
    return sources


def lines_of(folder: Path) -> int:
    """Count the lines of all Python files below a folder."""
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*.py"))


def patterns_of(catalog: Catalog) -> list[Pattern]:
    """Return every declared pattern and mark once, without the faces it must hit."""
    bad = [entry.bad.declaration for entry in catalog.entries if entry.bad]
    declared = (p for one in bad for p in (*one.patterns, *(mark.pattern for mark in one.marks)))
    return list(dict.fromkeys(Pattern(p.pattern, p.multiline) for p in declared))


def sample(matches: dict[str, list[range]], size: int) -> list[tuple[str, range]]:
    """Return ``size`` hits spread evenly over all, in the order of their files."""
    hits = [(path, lines) for path in sorted(matches) for lines in matches[path]]
    step = max(1.0, len(hits) / size)
    return [hits[int(i * step)] for i in range(min(size, len(hits)))]


def _print_sample(catalog: Catalog, name: str, sources: Path, size: int) -> int:
    patterns = patterns_of(Catalog(tuple(entry for entry in catalog.entries if entry.name == name), ()))
    if not patterns:
        print(f"measure_sweep.py: no anti-pattern {name!r} with a pattern", file=sys.stderr)
        return 2
    for pattern in patterns:
        print(f"== {pattern.pattern}")
        for path, lines in sample(ripgrep.search(pattern, sources), size):
            print(f"-- {path}:{lines.start}")
            text = (sources / path).read_text(encoding="utf-8", errors="replace").splitlines()
            print("\n".join(text[max(0, lines.start - 6) : lines.stop + 8]))
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    catalog = load(options.root)
    try:
        sources = fetch(options.root / PROJECTS, options.cache)
        if options.sample:
            return _print_sample(catalog, options.sample, sources, options.size)
        patterns = patterns_of(catalog)
        started = time.perf_counter()
        with ThreadPoolExecutor(cores()) as pool:
            found = track(pool.map(partial(ripgrep.search, folder=sources), patterns), "searching", len(patterns))
            matches = dict(zip(patterns, found, strict=True))
        seconds = time.perf_counter() - started
    except (FetchError, RuntimeError) as error:
        print(f"measure_sweep.py: {error}", file=sys.stderr)
        return 1
    lines = lines_of(sources)
    hits = {p.pattern: sum(map(len, matches[p].values())) for p in patterns}
    flagged = {(path, line) for m in matches.values() for path, found in m.items() for r in found for line in r}
    for pattern in sorted(patterns, key=lambda p: -hits[p.pattern]):
        print(f"{hits[pattern.pattern] * PER / lines:8.2f}  {pattern.pattern}")
    projects = len(list(sources.iterdir()))
    print(f"{len(patterns)} patterns, {projects} packages, {lines} lines: {len(flagged) / lines:.1%} of the lines hit")
    print(f"{seconds:.1f} s, {seconds * BUDGET_LINES / lines:.1f} s for {BUDGET_LINES} lines (at most {BUDGET:g})")
    data = {"packages": sorted(path.name for path in sources.iterdir()), "projects": projects, "lines": lines}
    write_beside(options.root / NOISE, (json.dumps({**data, "hits": hits}, indent=1) + "\n").encode())
    print(f"wrote {NOISE}; write the pages anew: make sync")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", metavar="ENTRY", help="print hits of this entry's patterns instead")
    parser.add_argument("--size", type=count, default=10, metavar="N", help="hits to print (%(default)s)")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "sweep", help="where packages are kept")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds examples/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
