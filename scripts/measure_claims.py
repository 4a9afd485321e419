"""Measure every performance figure that a page states, and write the results where they are read.

A figure is a ratio of two ways to do the same work, measured one right after the other: seconds differ
between machines, ratios much less. All are measured in rounds, and a verdict judges the median of the
rounds. Where every verdict holds, two files are written:

    references/performance.md   a table between <!-- measurements --> and <!-- endmeasurements -->
    docs/claims.svg             the same as a plot

Exit status: 0 every verdict holds, 1 one does not or the page is not in shape (nothing is written),
2 used wrongly, 130 interrupted.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from arguments import count
from claim_report import PAGE, PLOT, place, plot, table
from claim_timings import measure
from claims import ClaimsError, judge
from pages import write_beside
from proof import cores

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("aiohttp", "aiofiles")  # whose version can change a figure


def environment(repeat: int) -> str:
    """Name what the figures depend on: interpreter, packages, cores, rounds."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {packages}, {cores()} cores, {platform.system()}, {repeat} rounds"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    try:
        text = (options.root / PAGE).read_bytes().decode()  # not as text: line ends stay as they are
        place(text, "")  # a page that cannot take the table is refused before a minute is spent
    except (OSError, UnicodeDecodeError) as error:
        print(f"{PAGE}: cannot be read ({error}); write the page first, as UTF-8", file=sys.stderr)
        return 1
    except ClaimsError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        findings = judge(measure(options.repeat))
    except KeyboardInterrupt:
        print("measure_claims.py: interrupted; nothing written", file=sys.stderr)
        return 130
    for finding in findings:
        print(f"{finding.claim.key:20} {finding.spread:24} {finding.verdict}")
    failed = [finding for finding in findings if not finding.holds]
    if failed:
        for finding in failed:
            cure = "run it again on a quieter machine, or correct the claim and the pages"
            print(f"{finding.claim.text}: {finding.spread}, not {finding.claim.rule}; {cure}", file=sys.stderr)
        print("nothing written", file=sys.stderr)
        return 1
    page = place(text, table(findings, environment(options.repeat)))
    for path, data in ((PAGE, page.encode()), (PLOT, plot(findings))):
        write_beside(options.root / path, data)
        print(f"wrote {path}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=count, default=5, metavar="N", help="rounds (%(default)s)")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds references/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
