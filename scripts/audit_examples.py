"""Run the examples under strace and prove that none leaves its confines.

These are: sockets on loopback only, files in the temporary folder only, no shell and no program but Python, signals to
its own processes only. Each breach is a line: the script, what it did, what mends it. Linux only; needs strace.

Exit status: 0 no breach, 1 a breach or a script that could not be audited, 2 used wrongly, 130 interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import confinement
import harness
import proof
import servers
import strace
from arguments import count
from catalog import Entry, load
from confinement import Confines
from declaration import Expectation
from proof import Report, Status
from run_examples import ROOT, UsageError, select


class Audit:
    """Runs scripts as the harness does, under strace, and keeps what each did outside its confines.

    TraceError where there is no strace.
    """

    def __init__(self) -> None:
        strace.program()
        self.breaches: dict[Path, list[str]] = {}  # of each script that was run; mostly empty lists

    async def run(
        self, command: Sequence[str], expected: Expectation, extra_environment: Mapping[str, str]
    ) -> harness.Outcome:
        """Run a command whose last word is the script; return its outcome as ``harness.run`` does."""
        with tempfile.TemporaryDirectory(prefix="trace-") as folder:
            outcome = await harness.run(strace.wrap(command, Path(folder)), expected, extra_environment)
            try:
                calls = await strace.read(Path(folder))
                found = confinement.breaches(calls, Confines(Path(outcome.folder), extra_environment))
            except strace.TraceError as error:
                found = [str(error)]
        self.breaches.setdefault(Path(command[-1]), []).extend(found)
        return outcome


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    catalog = load(options.root)
    for problem in catalog.problems:
        print(problem, file=sys.stderr)
    if not catalog.entries:
        return 1
    try:
        audit = Audit()
        entries = select(catalog, options.entries, options.word, standard_library=False)
        report = asyncio.run(_prove(entries, audit, options))
    except (UsageError, strace.TraceError, harness.InterpreterError) as error:
        print(f"audit_examples.py: {error}", file=sys.stderr)
        return 2
    except servers.ServerError as error:
        print(f"audit_examples.py: {error}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("audit_examples.py: interrupted; all scripts are ended", file=sys.stderr)
        return 130
    found = _complaints(report, audit, options.root)
    for line in found:
        print(line)
    print(f"{len(audit.breaches)} scripts audited, {len(report.having(Status.SKIPPED))} skipped, {len(found)} to mend")
    return 1 if found or catalog.problems else 0


async def _prove(entries: Sequence[Entry], audit: Audit, options: argparse.Namespace) -> Report:
    proof.end_on_sigterm()
    interpreter = await proof.interpreter(options.python, entries)
    return await proof.prove(entries, options.root, interpreter, jobs=options.jobs, run=audit.run)


def _complaints(report: Report, audit: Audit, root: Path) -> list[str]:
    """Return a line for each breach, and for each script that did not go its declared way, or none at all."""
    lines = []
    for result in report.results:
        path = result.script.path
        lines += [f"{path}: {breach}" for breach in audit.breaches.get(root / path, [])]
        if result.status is Status.FAILED:
            lines.append(f"{path}: not as declared, so not audited; run scripts/run_examples.py {path.parent.name}")
        elif result.status is Status.SKIPPED and not result.declared:
            lines.append(f"{path}: not audited: {result.reason}; install what the examples need")
    return lines


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="*", metavar="ENTRY", help="an entry's name; all where none is given")
    parser.add_argument("-k", dest="word", metavar="WORD", help="only entries with WORD in topic/name")
    parser.add_argument("--jobs", type=count, default=2 * proof.cores(), help="scripts at once (%(default)s)")
    parser.add_argument("--python", default=sys.executable, metavar="PATH", help="run them with this interpreter")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds examples/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
