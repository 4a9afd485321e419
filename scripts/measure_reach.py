"""Measure what the sweep reaches: which defects that real projects fixed it touches, and how much it flags.

evals/reach/fixes.yaml lists fixes found by comparing two releases of a package: the release before the fix,
the file, the lines of the defect, and what it was. The releases are fetched by pip into a cache; none of
their code enters this repository. A defect is touched when a hit lies within NEAR lines of it. The share is
that of all lines of the files that hold a defect which some hit covers.

Exit status: 0 the sweep reaches as far as it should, 1 it does not, or a package cannot be fetched, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ripgrep
from catalog import load
from declaration import Pattern
from measure_sweep import patterns_of
from problem import ProblemError
from proof import cores
from wheels import FetchError, download, unpack
from yaml_text import read_records

ROOT = Path(__file__).resolve().parent.parent
FIXES = Path("evals/reach/fixes.yaml")
NEAR = 3  # lines
TOUCHED = 0.8  # of the defects, at least
FLAGGED = 0.05  # of the lines, at most


@dataclass(frozen=True, slots=True)
class Fix:
    """One defect that a release fixed, as it stood in the release before."""

    package: str  # name==version, of the release that has the defect
    path: str
    lines: tuple[int, int]
    kind: str
    what: str

    def touched_by(self, hits: Iterable[range]) -> bool:
        first, last = self.lines
        return any(hit.start <= last + NEAR and first - NEAR < hit.stop for hit in hits)


def load_fixes(path: Path) -> list[Fix]:
    """Read the list of fixes; ProblemError names the item that is not in form."""
    return read_records(path, _fix, "write before, path, lines, kind and what")


def _fix(item: Mapping[str, Any]) -> Fix:
    first, last = item["lines"]
    return Fix(item["before"], item["path"], (first, last), item["kind"], item["what"])


def fetch(package: str, cache: Path) -> Path:
    """Fetch one release and unpack its Python files; return their folder."""
    target = cache / package
    if target.exists():
        return target
    wheels = cache / f"{package}.wheel"
    download([package], wheels)
    unpack(next(wheels.glob("*.whl")), target)
    return target


def gather_files(fixes: Sequence[Fix], cache: Path) -> Path:
    """Copy the files that hold a defect into one folder, below the name of their release; return it."""
    folder = cache / "files"
    with ThreadPoolExecutor(2 * cores()) as pool:
        releases = sorted({fix.package for fix in fixes})
        sources = dict(zip(releases, pool.map(lambda release: fetch(release, cache), releases), strict=True))
    for fix in fixes:
        target = folder / fix.package / fix.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((sources[fix.package] / fix.path).read_bytes())
    return folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    try:
        fixes = load_fixes(options.root / FIXES)
        folder = gather_files(fixes, options.cache)
        patterns = patterns_of(load(options.root))
        with ThreadPoolExecutor(cores()) as pool:
            found = list(pool.map(lambda pattern: ripgrep.search(pattern, folder), patterns))
    except (OSError, ProblemError, FetchError, RuntimeError) as error:
        print(f"measure_reach.py: {error}", file=sys.stderr)
        return 1
    paths = {f"{fix.package}/{fix.path}" for fix in fixes}
    hits = {path: [hit for matches in found for hit in matches.get(path, ())] for path in paths}
    flagged = sum(len({line for hit in hits[path] for line in hit}) for path in paths)
    total = sum((folder / path).read_bytes().count(b"\n") for path in paths)
    missed = [fix for fix in fixes if not fix.touched_by(hits[f"{fix.package}/{fix.path}"])]
    for fix in missed:
        print(f"not touched: {fix.package}/{fix.path}:{fix.lines[0]}: {fix.kind}: {fix.what}")
    if options.patterns:
        _print_patterns(fixes, patterns, found)
    touched = len(fixes) - len(missed)
    print(f"{touched} of {len(fixes)} defects touched, {flagged / total:.1%} of {total} lines flagged")
    return 0 if touched >= TOUCHED * len(fixes) and flagged <= FLAGGED * total else 1


def _print_patterns(fixes: Sequence[Fix], patterns: Sequence[Pattern], found: Sequence[dict[str, list[range]]]) -> None:
    """Print for each pattern how many defects it touches and how many lines it flags."""
    for pattern, matches in zip(patterns, found, strict=True):
        touched = sum(fix.touched_by(matches.get(f"{fix.package}/{fix.path}", ())) for fix in fixes)
        print(f"{touched:4} {sum(len(hit) for hits in matches.values() for hit in hits):6}  {pattern.pattern}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--patterns", action="store_true", help="print also what each pattern touches and flags")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "reach", help="where releases are kept")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds examples/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
