"""Runs one example in a process of its own and judges what came of it.

A script gets its own process group, a temporary working folder and a clean environment. Whatever
happens (the end of its time, a flood of output, Ctrl-C in the runner), its whole group is ended and
reaped before ``run`` returns, so no example leaves a process behind.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

from declaration import Bound, Expectation

TIME_LIMIT = 30.0  # seconds a script may take that is not expected to hang; generous, for loaded machines
OUTPUT_LIMIT = 1 << 20  # bytes of one stream; more is a flood
GRACE = 1.0  # seconds for helper processes (multiprocessing's, say) to follow the script's own end
_STDOUT, _STDERR = 1, 2
_NAMES = {_STDOUT: "stdout", _STDERR: "stderr"}
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")


class InterpreterError(Exception):
    """The interpreter to run examples with cannot be used."""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python to run examples with, and the packages that it can import."""

    executable: str
    version: Version
    packages: Mapping[str, str | None]

    def lacks(self, requirement: Requirement) -> bool:
        """Say whether a package is missing here, or is there in a version that does not do."""
        installed = self.packages.get(requirement.name)
        return installed is None or not requirement.specifier.contains(installed, prereleases=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run did. ``exit`` is None where it had to be ended; ``seconds`` is wall time."""

    exit: int | None
    stdout: str
    stderr: str
    seconds: float
    faults: tuple[str, ...] = ()  # what no expectation may excuse: a flood, a child left behind
    metrics: Mapping[str, float] = field(default_factory=dict)
    folder: str = ""  # the temporary folder it had for its own, gone by now


_PROBE = """
import importlib.metadata as metadata, json, platform, sys
versions = {}
for name in sys.argv[1:]:
    try:
        versions[name] = metadata.version(name)
    except metadata.PackageNotFoundError:
        versions[name] = None
print(json.dumps([sys.executable, platform.python_version(), versions]))
"""


async def probe(executable: str, packages: Sequence[str]) -> Interpreter:
    """Ask an interpreter for its version and for that of some packages, or InterpreterError."""
    command = [executable, "-c", _PROBE, *packages]
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE
        )
        answer, _ = await process.communicate()
        path, version, versions = json.loads(answer)  # the path: a pyenv shim does not work without HOME
        return Interpreter(path, Version(version), versions)
    except (OSError, ValueError) as error:
        raise InterpreterError(f"{executable}: not a usable Python ({error})") from error


async def run(
    command: Sequence[str], expected: Expectation, extra_environment: Mapping[str, str] | None = None
) -> Outcome:
    """Run a command to its end, to its time limit, or to the proof that it hangs.

    A hang is proved when all declared output has come and ``expected.within`` seconds later the script
    still runs: counted from the output, a slow start on a loaded machine is not taken for it.
    """
    loop = asyncio.get_running_loop()
    started = loop.time()
    with tempfile.TemporaryDirectory(prefix="example-", ignore_cleanup_errors=True) as folder:
        transport, script = await loop.subprocess_exec(
            _Script,
            *command,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder) | dict(extra_environment or {}),
            start_new_session=True,
        )
        try:
            ended = await _attend(script, expected)
        finally:
            transport.close()
    seconds = loop.time() - started
    faults = script.faults()
    stdout, metrics = _split_metrics(script.text(_STDOUT), faults)
    exit_status = transport.get_returncode() if ended else None
    return Outcome(exit_status, stdout, script.text(_STDERR), seconds, tuple(faults), metrics, folder)


async def _attend(script: _Script, expected: Expectation) -> bool:
    """Wait for the end of a script and of all its children; return whether they ended by themselves."""
    loop = asyncio.get_running_loop()
    group_gone = False
    try:
        async with asyncio.timeout(TIME_LIMIT) as limit:
            if expected.exit == "timeout":

                def shorten_wait() -> None:
                    if _shows(script.text(_STDOUT), expected.stdout):
                        script.on_output = _ignore
                        limit.reschedule(loop.time() + expected.within)

                script.on_output = shorten_wait
                shorten_wait()  # on a loaded machine the output may have come before this line
            await script.exited.wait()
            if await _left_behind(script.pid):
                script.fault = script.fault or "a child process outlived the script"
                _end_group(script.pid)  # it may hold the pipes open, which end only with their last holder
            group_gone = True
            await script.finished.wait()
        return script.fault is None
    except TimeoutError:
        return False
    finally:
        if not group_gone:
            _end_group(script.pid)
            await script.exited.wait()


def judge(expected: Expectation, outcome: Outcome) -> list[str]:
    """Compare an outcome with an expectation; return a line for each difference, none where it is met."""
    complaints = list(outcome.faults)
    if expected.exit == "timeout":
        if outcome.exit is not None:
            complaints.append(f"expected it to hang, came exit {outcome.exit}")
    elif outcome.exit is None and not outcome.faults:
        complaints.append(f"expected exit {expected.exit}, came no end within {TIME_LIMIT:g} s")
    elif outcome.exit is not None and outcome.exit != expected.exit:
        complaints.append(f"expected exit {expected.exit}, came exit {outcome.exit}")
    if isinstance(expected.stdout, str):
        if outcome.stdout.strip("\n") != expected.stdout.strip("\n"):
            complaints.append(f"expected stdout {expected.stdout!r}, came {_brief(outcome.stdout)}")
    else:
        complaints += _lacking("stdout", expected.stdout or (), outcome.stdout)
    complaints += _lacking("stderr", expected.stderr, outcome.stderr)
    if not expected.stderr and outcome.stderr:
        complaints.append(f"expected nothing on stderr, came {_brief(outcome.stderr)}")
    complaints += _out_of_bounds(expected.metrics, outcome.metrics)
    return complaints


def _ignore() -> None:
    pass


class _Script(asyncio.SubprocessProtocol):
    """Takes a script's output as it comes, at most OUTPUT_LIMIT bytes of each stream, and notes its end.

    A protocol, not ``asyncio.create_subprocess_exec``: on CPython 3.11.7 to 3.13.0 the ``wait()`` of its
    process returns only when the pipes are closed too, so a child that holds them would hide the script's end.
    """

    def __init__(self) -> None:
        self.pid = 0
        self.exited = asyncio.Event()  # the process is reaped
        self.finished = asyncio.Event()  # and both pipes have ended
        self.fault: str | None = None
        self.on_output: Callable[[], None] = _ignore
        self._streams = {_STDOUT: bytearray(), _STDERR: bytearray()}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.SubprocessTransport)
        self.pid = transport.get_pid()

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Keep the data; a flood ends the script."""
        if self.fault:
            return
        self._streams[fd] += data
        if len(self._streams[fd]) > OUTPUT_LIMIT:
            self.fault = f"{_NAMES[fd]}: more than {OUTPUT_LIMIT} bytes"
            _end_group(self.pid)
        elif fd == _STDOUT:
            self.on_output()

    def process_exited(self) -> None:
        self.exited.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self.finished.set()

    def text(self, fd: int) -> str:
        return self._streams[fd].decode(errors="backslashreplace").replace("\r\n", "\n")

    def faults(self) -> list[str]:
        """Return what no expectation excuses."""
        if self.fault:
            return [self.fault]
        for fd, data in self._streams.items():
            try:
                data.decode()
            except UnicodeDecodeError as error:
                return [f"{_NAMES[fd]}: not UTF-8 at byte {error.start}"]
        return []


def _environment(folder: str) -> dict[str, str]:
    """Return what a script inherits: enough to start, and nothing that changes what Python runs.

    No bytecode: what it imports would be written beside the packages, outside its folder.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


def _end_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


async def _left_behind(group: int) -> bool:
    """Say whether a process of the group still runs after the grace period."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + GRACE
    while _group_runs(group):
        if loop.time() > deadline:
            return True
        await asyncio.sleep(0.01)
    return False


def _group_runs(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    if not sys.platform.startswith("linux"):
        return True
    # A dead child that nobody has reaped yet still answers the signal: ask for its state.
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _parent, its_group = status.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state not in "ZX":
                return True
    return False


def _split_metrics(stdout: str, faults: list[str]) -> tuple[str, dict[str, float]]:
    """Take the lines ``metric name=value`` out of an output."""
    metrics: dict[str, float] = {}
    rest: list[str] = []
    for line in stdout.splitlines(keepends=True):
        word, _, assignment = line.partition(" ")
        name, equals, value = assignment.partition("=")
        if word != "metric" or not equals:
            rest.append(line)
            continue
        try:
            metrics[name.strip()] = float(value)
        except ValueError:
            faults.append(f"metric {name.strip()}: {value.strip()!r} is no number")
    return "".join(rest), metrics


def _shows(text: str, declared: str | tuple[str, ...] | None) -> bool:
    if isinstance(declared, str):
        return declared.strip("\n") in text
    return all(part in text for part in declared or ())


def _lacking(stream: str, declared: Sequence[str], text: str) -> list[str]:
    return [f"expected {part!r} on {stream}, came {_brief(text)}" for part in declared if part not in text]


def _out_of_bounds(bounds: Mapping[str, Bound], metrics: Mapping[str, float]) -> list[str]:
    complaints = []
    for name, bound in bounds.items():
        if name not in metrics:
            complaints.append(f"expected a line `metric {name}=...`, came none")
        elif not bound.admits(metrics[name]):
            complaints.append(f"expected {name} {bound}, came {metrics[name]:g}")
    return complaints


def _brief(text: str, limit: int = 600) -> str:
    """Quote an output; of a long one the end, where Python puts the exception."""
    return repr(text) if len(text) <= limit else f"... {text[-limit:]!r}"
