"""Run the examples and prove that each does what it declares.

Exit status: 0 all proved, 1 something is not as declared, 2 used wrongly, 130 interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import difflib
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

import harness
import proof
import servers
from arguments import count
from catalog import Catalog, Entry, load
from declaration import DeclarationError
from proof import Report, Result, Status

ROOT = Path(__file__).resolve().parent.parent
SLOWEST = 5  # entries that the closing report names
_STYLES = {Status.PASSED: "green", Status.FAILED: "bold red", Status.SKIPPED: "yellow"}


class UsageError(Exception):
    """The command was used wrongly."""


def select(catalog: Catalog, names: Sequence[str], word: str | None, *, standard_library: bool) -> list[Entry]:
    """Return the entries asked for; UsageError where a name or a word fits none."""
    known = {entry.name: entry for entry in catalog.entries}
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise UsageError(f"no entry is named {name!r}{hint}")
    entries = [known[name] for name in names] if names else list(catalog.entries)
    if word:
        entries = [entry for entry in entries if word in entry.title]
        if not entries:
            raise UsageError(f"no entry has {word!r} in its topic or name")
    if standard_library:
        entries = [entry for entry in entries if not proof.packages_of([entry])]
    return entries


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    catalog = load(options.root)
    if not catalog.entries:
        _print_problems(catalog.problems)
        return 1
    try:
        entries = select(catalog, options.entries, options.word, standard_library=options.standard_library)
        report = asyncio.run(_prove(entries, options))
    except (UsageError, harness.InterpreterError) as error:
        _print_problems(catalog.problems)  # the entry that is missing may be one that does not read
        print(f"run_examples.py: {error}", file=sys.stderr)
        return 2
    except servers.ServerError as error:
        print(f"run_examples.py: {error}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("run_examples.py: interrupted; all scripts are ended", file=sys.stderr)
        return 130
    _print_problems(catalog.problems)
    refused = [r for r in report.having(Status.SKIPPED) if options.strict and not r.declared]
    if options.json:
        print(json.dumps(_as_json(report, catalog.problems), indent=2))
    elif sys.stdout.isatty():
        _print_table(report)
    else:
        _print_lines(report)
    for result in refused:
        print(f"{result.script.path}: skipped without leave: {result.reason}", file=sys.stderr)
    return 1 if report.having(Status.FAILED) or refused or catalog.problems else 0


async def _prove(entries: Sequence[Entry], options: argparse.Namespace) -> Report:
    proof.end_on_sigterm()
    interpreter = await proof.interpreter(options.python, entries)
    prove = partial(proof.prove, entries, options.root, interpreter, jobs=options.jobs, repeat=options.repeat)
    if options.json:
        return await prove()
    if not sys.stdout.isatty():
        return await prove(on_result=_print_line)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, transient=True) as progress:
        bar = progress.add_task(f"Python {interpreter.version}", total=sum(len(e.scripts) for e in entries))

        def advance(result: Result) -> None:
            progress.advance(bar)
            if result.status is Status.FAILED:
                progress.console.print(_story(result), style="red", highlight=False, markup=False)

        return await prove(on_result=advance)


def _story(result: Result) -> str:
    """Tell a failure: file, what was expected and came, and the command that runs it again."""
    often = f" ({result.failures} of {result.runs} runs)" if result.runs > 1 else ""
    complaints = "".join(f"\n    {complaint}" for complaint in result.complaints)
    return f"{result.script.path}: not as declared{often}{complaints}\n    rerun: {result.script.command}"


def _print_line(result: Result) -> None:
    match result.status:
        case Status.PASSED:
            print(f"passed   {result.seconds:5.2f} s  {result.script.path}", flush=True)
        case Status.SKIPPED:
            print(f"skipped           {result.script.path}: {result.reason}", flush=True)
        case Status.FAILED:
            print(f"FAILED   {result.seconds:5.2f} s  {_story(result)}", flush=True)


def _totals(report: Report) -> str:
    counts = ", ".join(f"{len(report.having(status))} {status}" for status in Status)
    entries = len({result.script.path.parent for result in report.results})
    return (
        f"{entries} {'entry' if entries == 1 else 'entries'}: {counts}\n"
        f"{report.seconds:.2f} s, lower bound {report.lower_bound:.2f} s "
        f"({report.cpu_seconds:.2f} s of CPU on {report.cores} cores), ratio {report.ratio:.2f}"
    )


def _slowest(report: Report) -> list[Result]:
    return sorted(report.results, key=lambda result: -result.seconds)[:SLOWEST]


def _print_lines(report: Report) -> None:
    print("\nslowest:")
    for result in _slowest(report):
        print(f"  {result.seconds:5.2f} s  {result.script.path}")
    print(_totals(report))


def _print_table(report: Report) -> None:
    """Close a run on a terminal: failures and skips in full, the rest by topic, the slowest by name."""
    console = Console()
    table = Table("topic", "entries", "scripts", *(str(status) for status in Status), title="Examples")
    topics: dict[str, list[Result]] = {}
    for result in report.results:
        topics.setdefault(result.script.path.parts[1], []).append(result)
    for topic, results in topics.items():
        counts = [sum(result.status is status for result in results) for status in Status]
        styles = zip(counts, _STYLES.values(), strict=True)
        cells = [f"[{style}]{count}" if count else "" for count, style in styles]
        table.add_row(topic, str(len({r.script.path.parent for r in results})), str(len(results)), *cells)
    console.print(table)
    for result in report.having(Status.SKIPPED):
        console.print(f"skipped {result.script.path}: {result.reason}", style="yellow", highlight=False)
    slowest = ", ".join(f"{r.script.path.parts[2]} {r.seconds:.2f} s" for r in _slowest(report))
    console.print(f"slowest: {slowest}", highlight=False)
    console.print(_totals(report), highlight=False)


def _print_problems(problems: Sequence[DeclarationError]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _as_json(report: Report, problems: Sequence[DeclarationError]) -> dict[str, object]:
    return {
        "seconds": round(report.seconds, 3),
        "lower_bound": round(report.lower_bound, 3),
        "cpu_seconds": round(report.cpu_seconds, 3),
        "cores": report.cores,
        "ratio": round(report.ratio, 3),
        "problems": [str(problem) for problem in problems],
        "scripts": [
            {
                "path": str(result.script.path),
                "status": str(result.status),
                "seconds": round(result.seconds, 3),
                "runs": result.runs,
                "failures": result.failures,
                "complaints": result.complaints,
                "reason": result.reason,
            }
            for result in report.results
        ],
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="*", metavar="ENTRY", help="an entry's name; all where none is given")
    parser.add_argument("-k", dest="word", metavar="WORD", help="only entries with WORD in topic/name")
    parser.add_argument("--jobs", type=count, default=2 * proof.cores(), help="scripts at once (%(default)s)")
    parser.add_argument("--repeat", type=count, default=1, metavar="N", help="run each script N times")
    parser.add_argument("--python", default=sys.executable, metavar="PATH", help="run them with this interpreter")
    parser.add_argument("--standard-library", action="store_true", help="only entries that need no third-party package")
    parser.add_argument("--strict", action="store_true", help="a skip that no declaration foresees is a failure")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of lines")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds examples/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
