"""The harness's verdict, piece by piece; what it does to whole scripts is in test_breaking_an_example.py."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import MappingProxyType

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

import harness
from declaration import Bound, Expectation
from harness import Interpreter, InterpreterError, Outcome, judge

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks in /proc")


def run(code: str, expected: Expectation | None = None, environment: dict[str, str] | None = None) -> Outcome:
    return asyncio.run(harness.run([sys.executable, "-c", code], expected or Expectation(), environment))


def test_interpreter_says_what_it_is_and_has() -> None:
    found = asyncio.run(harness.probe(sys.executable, ["pytest", "no-such-package"]))
    assert found.executable == sys.executable
    assert found.version == Version(sys.version.split()[0])
    assert found.packages == {"pytest": pytest.__version__, "no-such-package": None}


@pytest.mark.parametrize(("program", "cause"), [("/nowhere/python", "No such file"), ("/bin/echo", "Expecting value")])
def test_program_that_is_no_python_is_refused(program: str, cause: str) -> None:
    with pytest.raises(InterpreterError, match=rf"^{program}: not a usable Python \(.*{cause}.*\)$"):
        asyncio.run(harness.probe(program, []))


@pytest.mark.parametrize(
    ("requirement", "lacks"),
    [("a", False), ("a>=2", False), ("a>=3", True), ("b", True), ("c", True), ("a<2", True)],
)
def test_package_is_lacking_or_too_old(requirement: str, lacks: bool) -> None:
    interpreter = Interpreter("python", Version("3.12"), MappingProxyType({"a": "2.1b1", "b": None}))
    assert interpreter.lacks(Requirement(requirement)) is lacks


METRIC = {"share": Bound.parse(">= 0.8")}
HANG = Expectation(exit="timeout", stdout=("a",))

VERDICTS: dict[str, tuple[Expectation, Outcome, list[str]]] = {
    "as declared": (Expectation(stdout="a\n"), Outcome(0, "\na\n\n", "", 1.0), []),
    "other exit": (Expectation(exit=1), Outcome(2, "", "", 1.0), ["expected exit 1, came exit 2"]),
    "no end": (Expectation(), Outcome(None, "", "", 1.0), ["expected exit 0, came no end within 30 s"]),
    "fault": (Expectation(), Outcome(None, "", "", 1.0, ("a flood",)), ["a flood"]),
    "hang": (HANG, Outcome(None, "a", "", 1.0), []),
    "no hang": (HANG, Outcome(0, "a", "", 1.0), ["expected it to hang, came exit 0"]),
    "blank lines around": (Expectation(stdout="\n\na\n"), Outcome(0, "a", "", 1.0), []),
    "letters around": (Expectation(stdout="XaX"), Outcome(0, "a", "", 1.0), ["expected stdout 'XaX', came 'a'"]),
    "more letters around": (Expectation(stdout="a"), Outcome(0, "XaX", "", 1.0), ["expected stdout 'a', came 'XaX'"]),
    "spaces declared": (Expectation(stdout=" a"), Outcome(0, "a", "", 1.0), ["expected stdout ' a', came 'a'"]),
    "other text": (Expectation(stdout="a"), Outcome(0, "xa", "", 1.0), ["expected stdout 'a', came 'xa'"]),
    "spaces": (Expectation(stdout="a"), Outcome(0, "a ", "", 1.0), ["expected stdout 'a', came 'a '"]),
    "parts": (Expectation(stdout=("a", "b", "c")), Outcome(0, "b", "", 1.0), ["expected 'a' on stdout, came 'b'", "expected 'c' on stdout, came 'b'"]),
    "nothing declared": (Expectation(), Outcome(0, "anything", "", 1.0), []),
    "error message": (Expectation(stderr=("a", "b")), Outcome(0, "", "ab", 1.0), []),
    "other message": (Expectation(stderr=("a",)), Outcome(0, "a", "b", 1.0), ["expected 'a' on stderr, came 'b'"]),
    "a message": (Expectation(), Outcome(0, "", "b", 1.0), ["expected nothing on stderr, came 'b'"]),
    "metric": (Expectation(metrics=METRIC), Outcome(0, "", "", 1.0, (), {"share": 0.8, "other": 1.0}), []),
    "low metric": (Expectation(metrics=METRIC), Outcome(0, "", "", 1.0, (), {"share": 0.25}), ["expected share >= 0.8, came 0.25"]),
    "no metric": (Expectation(metrics=METRIC), Outcome(0, "", "", 1.0), ["expected a line `metric share=...`, came none"]),
    "long": (Expectation(stdout="a"), Outcome(0, "x" * 9 + "y" * 600, "", 1.0), [f"expected stdout 'a', came ... '{'y' * 600}'"]),
    "not too long": (Expectation(stdout="a"), Outcome(0, "y" * 600, "", 1.0), [f"expected stdout 'a', came '{'y' * 600}'"]),
}  # fmt: skip


@pytest.mark.parametrize(("expected", "outcome", "complaints"), VERDICTS.values(), ids=VERDICTS)
def test_each_difference_gets_its_line(expected: Expectation, outcome: Outcome, complaints: list[str]) -> None:
    assert judge(expected, outcome) == complaints


def test_outcome_is_what_the_script_did(caplog: pytest.LogCaptureFixture) -> None:
    code = "import sys, time; print('a\\r', flush=True); time.sleep(0.3); print('c', flush=True)"
    code += "; print('b', file=sys.stderr); sys.exit(3)"
    outcome = run(code)
    assert (outcome.exit, outcome.stdout, outcome.stderr, outcome.faults, outcome.metrics) == (
        3,
        "a\nc\n",
        "b\n",
        (),
        {},
    )
    assert 0 < outcome.seconds < harness.TIME_LIMIT
    assert caplog.records == []  # asyncio logs what fails in a callback, and goes on


def test_metrics_are_taken_out_of_the_output() -> None:
    outcome = run("print('metric a=1\\nmetric b = 2.5 \\nmetric c\\nthe metric d=3\\nmetric e=2=3\\nf')")
    assert outcome.metrics == {"a": 1.0, "b": 2.5}
    assert outcome.stdout == "metric c\nthe metric d=3\nf\n"
    assert outcome.faults == ("metric e: '2=3' is no number",)


def test_script_starts_in_an_empty_folder_with_little_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONASYNCIODEBUG", "LC_ALL", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/nowhere")
    outcome = run(
        "import json, os; print(json.dumps([os.getcwd(), os.listdir(), dict(os.environ)]))", environment={"EXTRA": "2"}
    )
    folder, files, seen = json.loads(outcome.stdout)
    seen.pop("LC_CTYPE", None)  # Python sets it for itself where the locale is C
    assert files == []
    assert folder == outcome.folder
    assert Path(folder).name.startswith("example-")
    assert seen == {
        "EXTRA": "2",
        "HOME": folder,
        "LANG": "C.UTF-8",
        "LD_LIBRARY_PATH": "/nowhere",
        "PATH": os.environ["PATH"],
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": folder,
    }


def test_folder_of_a_script_is_gone_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    outcome = run("import os; open('left', 'w'); print(os.getcwd())")
    assert outcome.stdout.startswith(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_input_of_a_script_is_empty() -> None:
    assert run("import sys; print(repr(sys.stdin.read()))").stdout == "''\n"


def test_bytes_that_are_not_utf8_are_shown_and_told() -> None:
    outcome = run("import os; os.write(2, b'ab\\xff')")
    assert outcome.stderr == "ab\\xff"
    assert outcome.faults == ("stderr: not UTF-8 at byte 2",)


@pytest.mark.parametrize("stream", [1, 2])
def test_output_may_reach_the_limit_and_not_pass_it(stream: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harness, "OUTPUT_LIMIT", 1000)
    assert run(f"import os; os.write({stream}, b'x' * 1000)").faults == ()
    outcome = run(f"import os, time; os.write({stream}, b'x' * 1001); time.sleep(60)")
    assert outcome.faults == (f"{ {1: 'stdout', 2: 'stderr'}[stream] }: more than 1000 bytes",)
    assert outcome.exit is None
    assert outcome.seconds < 30


def test_hang_is_waited_for_from_its_output_on() -> None:
    code = (
        "import time; time.sleep(0.5); print('a', flush=True); time.sleep(0.3); print('b', flush=True); time.sleep(60)"
    )
    outcome = run(code, Expectation(exit="timeout", stdout=("a", "b"), within=0.2))
    assert (outcome.exit, outcome.stdout) == (None, "a\nb\n")
    assert 1.0 < outcome.seconds < 20
    outcome = run(code, Expectation(exit="timeout", stdout="\na\n", within=0.1))
    assert (outcome.exit, outcome.stdout) == (None, "a\n")


@pytest.mark.parametrize(
    ("declared", "shows"),
    [("\na\n", True), (" a", False), ("XaX", False), (("a", "b"), False), (None, True), ((), True)],
)
def test_declared_output_shows_or_not(declared: str | tuple[str, ...] | None, shows: bool) -> None:
    assert harness._shows("-a-", declared) is shows


def test_hang_without_output_is_waited_for_from_the_start() -> None:
    outcome = run("import time; time.sleep(60)", Expectation(exit="timeout", within=0.2))
    assert outcome.exit is None
    assert 0.2 < outcome.seconds < 10


def test_output_after_a_proved_hang_does_not_prolong_it(caplog: pytest.LogCaptureFixture) -> None:
    code = "import time\nfor i in range(3000):\n    print('a', flush=True); time.sleep(0.02)"
    outcome = run(code, Expectation(exit="timeout", stdout=("a",), within=0.7))
    assert outcome.exit is None
    assert outcome.stdout.count("a") > 2
    assert caplog.records == []
    assert outcome.seconds < 10


# A child that dies of SIGHUP, wherever the tests were started from.
LEAVE = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep({seconds})"])
print(child.pid, flush=True)
"""


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] not in "ZX"


def gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while runs(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not runs(pid)


def test_child_that_follows_soon_is_no_fault() -> None:
    outcome = run(LEAVE.format(seconds=0.3))
    assert (outcome.exit, outcome.faults) == (0, ())


def test_child_left_behind_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harness, "GRACE", 0.1)
    outcome = run(LEAVE.format(seconds=60))
    assert outcome.faults == ("a child process outlived the script",)
    assert outcome.exit is None
    assert gone(int(outcome.stdout))


def test_all_of_a_hanging_script_is_ended() -> None:
    outcome = run(LEAVE.format(seconds=60) + "child.wait()\n", Expectation(exit="timeout", stdout=("\n",), within=0.1))
    assert gone(int(outcome.stdout))


def written(note: Path) -> None:
    while not (note.exists() and note.read_text()):
        time.sleep(0.01)


def test_cancelled_run_leaves_no_process_behind(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"

    async def cancel() -> None:
        task = asyncio.create_task(harness.run([sys.executable, "-c", code], Expectation()))
        await asyncio.to_thread(written, note)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    assert not runs(int(note.read_text()))


@on_linux
def test_dead_child_that_nobody_reaped_does_not_run() -> None:
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os._exit(0)
    try:
        while Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
            time.sleep(0.01)
        assert not harness._group_runs(child)
    finally:
        os.waitpid(child, 0)
    assert not harness._group_runs(child)
    assert harness._group_runs(os.getpgid(0))
    harness._end_group(child)  # nobody is there: no error


@on_linux
def test_name_of_a_process_does_not_mislead(tmp_path: Path) -> None:
    program = tmp_path / "a) Z 1 1"
    program.symlink_to("/bin/sleep")
    with subprocess.Popen([program, "60"], start_new_session=True) as process:
        try:
            assert harness._group_runs(process.pid)
        finally:
            process.kill()


def test_signal_is_told_as_its_negative() -> None:
    assert run("import os, signal; os.kill(os.getpid(), signal.SIGTERM)").exit == -signal.SIGTERM
