"""The harness tests itself: an example broken in any way is refused, with a complaint that says how."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from conftest import House

import harness
import search_patterns
from catalog import load


@pytest.fixture
def short_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harness, "TIME_LIMIT", 0.6)
    monkeypatch.setattr(harness, "GRACE", 0.2)


def test_sound_pair_passes(house: House) -> None:
    assert house.problems() == []
    assert house.complaints() == {}
    assert search_patterns.complaints(load(house.root).entries[0]) == []


def test_mended_bug_is_refused(house: House) -> None:
    house.edit("bad.py", "pass  # BUG", 'globals()["stock"] = amount  # BUG')
    assert "expected stdout 'stock: 0\\n', came 'stock: 5\\n'" in house.complaints()["bad.py"][0]


def test_cure_that_does_not_cure_is_refused(house: House) -> None:
    house.edit("good.py", 'globals()["stock"] = amount', "pass")
    assert "expected stdout 'stock: 5', came 'stock: 0\\n'" in house.complaints()["good.py"][0]


def test_changed_message_is_refused(house: House) -> None:
    house.body("bad.py", 'raise OSError("disk gone")', "failure: exception\nexpect: {exit: 1, stderr: [disk full]}\n")
    assert "expected 'disk full' on stderr" in house.complaints()["bad.py"][0]


def test_silence_is_proved(house: House) -> None:
    house.edit("bad.py", 'print("stock:", stock)', 'print("stock:", stock)\nimport sys\nprint("oh", file=sys.stderr)')
    assert house.complaints()["bad.py"] == ["expected nothing on stderr, came 'oh\\n'"]


def test_other_exit_status_is_refused(house: House) -> None:
    house.edit("good.py", 'print("stock:", stock)', 'print("stock:", stock)\nraise SystemExit(3)')
    assert house.complaints()["good.py"] == ["expected exit 0, came exit 3"]


def test_twins_that_show_the_same_are_refused(house: House) -> None:
    for name in ("bad.py", "good.py"):
        text = house.path(name).read_text()
        house.write(name, text.replace("|\n    stock: 0", '["stock:"]').replace("|\n    stock: 5", '["stock:"]'))
    complaints = house.complaints()
    assert set(complaints) == {"bad.py", "good.py"}
    assert all("stock/lost-write tells nothing apart" in lines[0] for lines in complaints.values())


def test_metric_out_of_bounds_is_refused(house: House) -> None:
    declared = 'failure: silent\nexpect: {metrics: {share: ">= 0.8"}}\n'
    house.body("bad.py", 'print("metric share=0.5")', declared)
    assert house.complaints()["bad.py"] == ["expected share >= 0.8, came 0.5"]
    house.body("bad.py", 'print("share=0.9")', declared)
    assert house.complaints()["bad.py"] == ["expected a line `metric share=...`, came none"]
    house.body("bad.py", 'print("metric share=high")', declared)
    assert "metric share: 'high' is no number" in house.complaints()["bad.py"]


@pytest.mark.usefixtures("short_limit")
def test_hang_is_ended_and_refused(house: House) -> None:
    house.edit("good.py", 'print("stock:", stock)', 'print("stock:", stock)\nimport time\ntime.sleep(60)')
    assert house.complaints()["good.py"] == ["expected exit 0, came no end within 0.6 s"]


HANG = "failure: hang\nexpect: {exit: timeout, stdout: [waiting], within: 0.2}\n"


@pytest.mark.usefixtures("short_limit")
def test_declared_hang_passes_and_a_mended_one_is_refused(house: House) -> None:
    house.body("bad.py", 'print("waiting")\nimport time\ntime.sleep(60)', HANG)
    assert "bad.py" not in house.complaints()
    house.body("bad.py", 'print("waiting")', HANG)
    assert house.complaints()["bad.py"] == ["expected it to hang, came exit 0"]


@pytest.mark.usefixtures("short_limit")
def test_hang_before_the_declared_place_is_refused(house: House) -> None:
    house.body("bad.py", "import time\ntime.sleep(60)", HANG)
    assert house.complaints()["bad.py"] == ["expected 'waiting' on stdout, came ''"]


def test_hang_is_noticed_when_its_output_came_before_anyone_looked(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.body("bad.py", 'print("waiting")\nimport time\ntime.sleep(60)', HANG)
    start = asyncio.BaseEventLoop.subprocess_exec

    async def start_late(*args: Any, **options: Any) -> Any:
        started = await start(*args, **options)
        await asyncio.sleep(0.5)
        return started

    monkeypatch.setattr(asyncio.BaseEventLoop, "subprocess_exec", start_late)
    began = time.monotonic()
    assert "bad.py" not in house.complaints()
    assert time.monotonic() - began < harness.TIME_LIMIT / 2


def test_flood_of_output_is_ended_and_refused(house: House) -> None:
    house.edit("good.py", 'print("stock:", stock)', 'while True:\n    print("stock" * 1000)')
    assert house.complaints()["good.py"][0] == f"stdout: more than {harness.OUTPUT_LIMIT} bytes"


def test_flood_does_not_pass_for_a_hang(house: House) -> None:
    house.body("bad.py", 'while True:\n    print("waiting" * 1000)', HANG.replace("0.2", "9"))
    assert house.complaints()["bad.py"][0] == f"stdout: more than {harness.OUTPUT_LIMIT} bytes"


def test_bytes_that_are_not_utf8_are_refused(house: House) -> None:
    house.edit("good.py", 'print("stock:", stock)', 'print("stock:", stock)\nimport os\nos.write(1, b"\\xff")')
    assert house.complaints()["good.py"][0] == "stdout: not UTF-8 at byte 9"


@pytest.mark.usefixtures("short_limit")
@pytest.mark.parametrize("output", ["", ", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL"])
def test_child_left_behind_is_ended_and_refused(house: House, output: str) -> None:
    sleeper = f'subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]{output})'
    house.edit("good.py", "store(5)\n", f"import subprocess, sys\nstore(5)\nchild = {sleeper}\n")
    assert house.complaints()["good.py"] == ["a child process outlived the script"]


def test_syntax_error_is_read_and_run(house: House) -> None:
    declared = "failure: exception\nexpect: {exit: 1, stderr: [\"SyntaxError: 'await' outside async function\"]}\n"
    house.body("bad.py", "def f():\n    await g()", declared)
    assert house.problems() == []
    assert "bad.py" not in house.complaints()


def test_missing_twin_is_refused(house: House) -> None:
    house.path("good.py").unlink()
    where = "examples/stock/lost-write/good.py"
    assert house.problems() == [f"{where}: file: missing beside bad.py; add good.py, the twin"]


def test_one_broken_declaration_hides_no_other_entry(house: House) -> None:
    for name in ("bad.py", "good.py"):
        copy = house.root / "examples" / "stock" / "lost-read" / name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(house.path(name).read_text())
    house.edit("bad.py", "failure: silent", "failure: quiet")
    catalog = load(house.root)
    assert [entry.name for entry in catalog.entries] == ["lost-read"]
    assert len(catalog.problems) == 1


def test_no_example_at_all_is_refused(house: House) -> None:
    for name in ("bad.py", "good.py"):
        house.path(name).unlink()
    house.path("bad.py").parent.rmdir()
    assert house.problems() == ["examples: folder: no example found; add TOPIC/ENTRY/bad.py"]


def test_pattern_that_finds_nothing_is_a_missed_alarm(house: House) -> None:
    house.edit("bad.py", r"'^\s+pass\b'", "'deposit'")
    complaints = search_patterns.complaints(load(house.root).entries[0])
    assert [line.rpartition(": ")[2] for line in complaints] == ["missed alarm", "missed alarm"]


def test_pattern_that_finds_the_cure_is_a_false_alarm(house: House) -> None:
    house.edit("bad.py", r"grep: '^\s+pass\b'", r"grep: '\w+  # (BUG|FIX)'")
    assert ["false alarm" in line for line in search_patterns.complaints(load(house.root).entries[0])] == [True]


def test_pattern_must_find_the_faces_that_it_names(house: House) -> None:
    house.edit(
        "bad.py",
        r"'^\s+pass\b'",
        r"[{pattern: 'pass +# BUG'}, {pattern: 'keep_\w+\(', hits: ['keep_all(x)', 'keep(x)']}]",
    )
    complaints = search_patterns.complaints(load(house.root).entries[0])
    assert len(complaints) == 1
    assert "misses the face 'keep(x)'" in complaints[0]
