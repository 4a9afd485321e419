"""Run an entry's scripts, record what their event loops do, and draw it: bad.py above good.py on one axis.

Writes DIR/ENTRY.light.svg and DIR/ENTRY.dark.svg. With --all, for every anti-pattern in which time is the point
and whose loop can be recorded. A run that is not as declared is not drawn.

Exit status: 0 drawn, 1 a run is not as declared or leaves no record, 2 used wrongly, 130 interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import harness
import proof
import servers
from arguments import count
from catalog import Catalog, Entry, Script, load
from declaration import Failure
from pages import write_beside
from run_examples import UsageError, select
from timeline import Record
from timeline_picture import THEMES, Panels, draw

ROOT = Path(__file__).resolve().parent.parent
RECORDER = Path(__file__).with_name("timeline_recorder.py")
TIMED_FAILURES = {Failure.BLOCKS_LOOP, Failure.HANG}
TIMED_SYMPTOMS = {
    "frozen",
    "hang",
    "hang-at-exit",
    "late-cleanup",
    "not-stopped",
    "over-limit",
    "slow",
    "slow-under-load",
}


class RecordError(Exception):
    """A run that cannot be drawn: the script, why, and what to do."""


class NoRecordError(RecordError):
    """A script whose loop is not asyncio's own, or runs in another process."""


@dataclass(frozen=True, slots=True)
class Run:
    """A script and the record of its run."""

    script: Script
    record: Record

    @property
    def caption(self) -> str:
        if self.record.hangs:
            return f"{self.script.path.name} (does not end)"
        return self.script.path.name


def time_is_the_point(entry: Entry) -> bool:
    """Say whether a picture of who runs and who waits explains the fault."""
    if entry.bad is None:
        return False
    declared = entry.bad.declaration
    return declared.failure in TIMED_FAILURES or bool(TIMED_SYMPTOMS & set(declared.symptoms))


async def record(script: Script, root: Path, interpreter: harness.Interpreter, environment: Mapping[str, str]) -> Run:
    """Run a script under the recorder, or RecordError."""
    expected = script.declaration.expectation_for(interpreter.version)
    if expected is None:
        raise RecordError(f"{script.path}: does not run on Python {interpreter.version}; choose another interpreter")
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        file = Path(folder) / "record"
        command = [interpreter.executable, "-u", *script.declaration.flags, str(RECORDER), str(file)]
        outcome = await harness.run([*command, str(root / script.path)], expected, environment)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
    if complaints := harness.judge(expected, outcome):
        raise RecordError(f"{script.path}: not as declared: {complaints[0]}; run it alone, or on an idle machine")
    found = Record.parse(text, hangs=outcome.exit is None)
    if not found.turns:
        cause = "no task of an asyncio loop runs in its own process"
        raise NoRecordError(f"{script.path}: {cause}; draw another entry")
    return Run(script, found)


def pictures(title: str, runs: Sequence[Run], only_telling: bool) -> dict[str, bytes]:
    """Return the SVG of an entry by theme; none where it ``only_telling`` and there is nothing to see."""
    panels = Panels.of({run.caption: run.record for run in runs})
    if only_telling and not panels.tell:
        return {}
    return {theme.name: draw(title, panels, theme) for theme in THEMES}


async def record_all(entries: Sequence[Entry], options: argparse.Namespace) -> tuple[dict[Entry, list[Run]], list[str]]:
    """Run the scripts of entries side by side, at most one a core; return the records, and what failed."""
    interpreter = await proof.interpreter(options.python, entries)
    needed = {name for entry in entries for script in entry.scripts for name in script.declaration.requires.servers}
    limit = asyncio.Semaphore(options.jobs)
    recorded: dict[Entry, list[Run]] = {}
    failed: list[str] = []

    async def record_entry(entry: Entry) -> None:
        try:
            async with limit:
                recorded[entry] = [await record(s, options.root, interpreter, environment) for s in entry.scripts]
        except NoRecordError as error:
            if options.all:
                print(f"left out: {error}")
            else:
                failed.append(str(error))
        except RecordError as error:
            failed.append(str(error))

    async with servers.running(needed) as environment, asyncio.TaskGroup() as group:
        for entry in entries:
            group.create_task(record_entry(entry), name=entry.title)
    return recorded, failed


async def draw_all(recorded: Mapping[Entry, Sequence[Run]], options: argparse.Namespace) -> set[Path]:
    """Draw entries on all cores, and return the files. Not while scripts are recorded: they would be kept waiting."""
    loop = asyncio.get_running_loop()
    written = set()
    painters = ProcessPoolExecutor(proof.cores(), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        drawing = {
            entry: loop.run_in_executor(painters, pictures, entry.title, runs, options.all)
            for entry, runs in recorded.items()
        }
        for entry, future in drawing.items():
            drawn = await future
            for theme, data in drawn.items():
                path = options.out / f"{entry.name}.{theme}.svg"
                write_beside(path, data)
                written.add(path)
            print(f"drew {entry.title}" if drawn else f"left out: {entry.title}: one task, nothing to see", flush=True)
    finally:
        painters.shutdown(cancel_futures=True)
    return written


def remove_others(folder: Path, drawn: Collection[Path]) -> None:
    """Remove the pictures of entries that are gone, or no longer drawn."""
    for path in folder.glob("*.svg"):
        if path not in drawn:
            path.unlink()


def chosen(catalog: Catalog, options: argparse.Namespace) -> list[Entry]:
    """Return the entries asked for; UsageError where there are none."""
    if options.all == bool(options.entries):
        raise UsageError("name entries, or give --all")
    named = select(catalog, options.entries, None, standard_library=False)
    return [entry for entry in named if time_is_the_point(entry)] if options.all else named


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    options = _parser().parse_args(arguments)
    catalog = load(options.root)
    for problem in catalog.problems:
        print(problem, file=sys.stderr)
    try:
        failed = asyncio.run(_record_and_draw(catalog, options))
    except (UsageError, harness.InterpreterError) as error:
        print(f"draw_timeline.py: {error}", file=sys.stderr)
        return 2
    except servers.ServerError as error:
        print(f"draw_timeline.py: {error}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("draw_timeline.py: interrupted; all scripts are ended", file=sys.stderr)
        return 130
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed or catalog.problems else 0


async def _record_and_draw(catalog: Catalog, options: argparse.Namespace) -> list[str]:
    """Draw what was asked for; return what could not be recorded."""
    proof.end_on_sigterm()
    recorded, failed = await record_all(chosen(catalog, options), options)
    drawn = await draw_all(recorded, options)
    if options.all and not failed and not catalog.problems:
        remove_others(options.out, drawn)
    return failed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="*", metavar="ENTRY", help="an entry's name")
    parser.add_argument("--all", action="store_true", help="every entry in which time is the point")
    parser.add_argument("--out", type=Path, default=ROOT / ".cache" / "timelines", help="where to write (%(default)s)")
    parser.add_argument("--jobs", type=count, default=proof.cores(), help="scripts at once (%(default)s)")
    parser.add_argument("--python", default=sys.executable, metavar="PATH", help="run them with this interpreter")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds examples/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
