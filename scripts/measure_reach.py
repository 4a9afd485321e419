"""Measure what the sweep reaches: which defects that real projects fixed it touches, and how much it flags.

A list of fixes names for each the release before it, the file, the lines of the defect, and what it was; the files
are fetched, and left below the cache for whoever wants to review them. A defect is touched when a hit lies within
fixes.NEAR lines of it. The share is that of all lines of the files that hold a defect which some hit covers.

Exit status: 0 the sweep reaches as far as it should, 1 it does not, or a package cannot be fetched, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fixes
import ripgrep
from catalog import load
from declaration import Pattern
from fixes import Fix
from measure_sweep import patterns_of
from problem import ProblemError
from proof import cores
from wheels import FetchError

ROOT = Path(__file__).resolve().parent.parent
TOUCHED = 0.8  # of the defects, at least
FLAGGED = 0.05  # of the lines, at most


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    try:
        listed = fixes.load(options.root / options.fixes)
        folder = fixes.gather(listed, options.cache, f"files-{options.fixes.parent.name}")
        patterns = patterns_of(load(options.root))
        with ThreadPoolExecutor(cores()) as pool:
            found = list(pool.map(lambda pattern: ripgrep.search(pattern, folder), patterns))
    except (OSError, ProblemError, FetchError, RuntimeError) as error:
        print(f"measure_reach.py: {error}", file=sys.stderr)
        return 1
    paths = {fix.file for fix in listed}
    hits = {path: [hit for matches in found for hit in matches.get(path, ())] for path in paths}
    flagged = sum(len({line for hit in hits[path] for line in hit}) for path in paths)
    total = sum((folder / path).read_bytes().count(b"\n") for path in paths)
    missed = [fix for fix in listed if not fix.touched_by(hits[fix.file])]
    for fix in missed:
        print(f"not touched: {fix.file}:{fix.line}: {fix.kind}: {fix.what}")
    if options.patterns:
        _print_patterns(listed, patterns, found)
    touched = len(listed) - len(missed)
    print(f"{touched} of {len(listed)} defects touched, {flagged / total:.1%} of {total} lines flagged")
    return 0 if touched >= options.at_least * len(listed) and flagged <= options.at_most * total else 1


def _print_patterns(
    listed: Sequence[Fix], patterns: Sequence[Pattern], found: Sequence[dict[str, list[range]]]
) -> None:
    """Print for each pattern how many defects it touches and how many lines it flags."""
    for pattern, matches in zip(patterns, found, strict=True):
        touched = sum(fix.touched_by(matches.get(fix.file, ())) for fix in listed)
        print(f"{touched:4} {sum(len(hit) for hits in matches.values() for hit in hits):6}  {pattern.pattern}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fixes", type=Path, default=fixes.REACH, metavar="FILE", help="the list (%(default)s)")
    parser.add_argument("--at-least", type=float, default=TOUCHED, metavar="SHARE", help="to touch (%(default)s)")
    parser.add_argument("--at-most", type=float, default=FLAGGED, metavar="SHARE", help="to flag (%(default)s)")
    parser.add_argument("--patterns", action="store_true", help="print also what each pattern touches and flags")
    parser.add_argument("--cache", type=Path, default=fixes.CACHE, help="where releases are kept")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds examples/ and evals/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
