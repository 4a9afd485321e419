"""Timelines: what the recorder notes of a real run, what the lanes make of it, and the picture."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT, House

import draw_timeline
import harness
from catalog import Catalog
from timeline import Axis, Lane, Mark, Record, State
from timeline_lanes import TASKS, lanes
from timeline_picture import THEMES, Panels, draw


def recorded(catalog: Catalog, path: str) -> Record:
    script = catalog.script(path)
    assert script is not None

    async def run() -> Record:
        interpreter = await harness.probe(sys.executable, [])
        return (await draw_timeline.record(script, ROOT, interpreter, {})).record

    return asyncio.run(run())


def shown(catalog: Catalog, *paths: str) -> list[dict[str, Lane]]:
    records = [recorded(catalog, path) for path in paths]
    axis = Axis(records)
    return [{lane.name: lane for lane in lanes(record, axis)} for record in records]


def states(lane: Lane) -> list[State]:
    return [stretch.state for stretch in lane.stretches]


def test_blocked_loop_keeps_the_heart_waiting(catalog: Catalog) -> None:
    bad, good = shown(catalog, "examples/blocking/blocking-sleep/bad.py", "examples/blocking/blocking-sleep/good.py")
    (blocked,) = [stretch for stretch in bad["event loop"].stretches if stretch.state is State.BLOCKED]
    assert 0.19 <= blocked.end - blocked.start < 1
    assert blocked.text.endswith(" ms")
    kept = [stretch for stretch in bad["heartbeat()"].stretches if stretch.state is State.KEPT]
    assert sum(stretch.end - stretch.start for stretch in kept) > 0.15
    assert State.BLOCKED not in states(good["event loop"])
    assert State.KEPT not in states(good["heartbeat()"])
    assert [point.mark for point in good["heartbeat()"].points] == [Mark.ASKED, Mark.CANCELLED]


def test_deadlock_shows_who_holds_and_who_waits(catalog: Catalog) -> None:
    bad, good = shown(
        catalog, "examples/locks/opposite-lock-order/bad.py", "examples/locks/opposite-lock-order/good.py"
    )
    assert [s.text for s in bad["source.lock"].stretches] == ["held by transfer(10)"]
    assert [s.text for s in bad["source.lock #2"].stretches] == ["held by transfer(30)"]
    assert bad["transfer(10)"].stretches[-1].text == "waits for source.lock #2"
    assert bad["transfer(30)"].stretches[-1].text == "waits for source.lock"
    assert all(lane.endless for lane in bad.values())
    assert not any(lane.endless for lane in good.values())
    assert good["transfer(30)"].points[-1].mark is Mark.RETURNED


def test_queue_fills_where_nothing_bounds_it(catalog: Catalog) -> None:
    bad, good = shown(catalog, "examples/queues/unbounded-queue/bad.py", "examples/queues/unbounded-queue/good.py")
    assert {"readings: up to 1000"} == {name for name in bad if name.startswith("readings")}
    assert good["readings: up to 10 of 10"].limit == 1.0


def test_failure_and_a_sibling_that_goes_on(catalog: Catalog) -> None:
    bad, good = shown(
        catalog, "examples/gather-failures/running-siblings/bad.py", "examples/gather-failures/running-siblings/good.py"
    )
    (failed,) = bad["reserve('lamp')"].points
    assert (failed.mark, failed.text) == (Mark.FAILED, "LookupError")
    assert [point.mark for point in bad["charge('card 7')"].points] == [Mark.RETURNED]
    assert [point.mark for point in good["charge('card 7')"].points] == [Mark.ASKED, Mark.CANCELLED]


def test_thread_has_a_lane(catalog: Catalog) -> None:
    (bad,) = shown(catalog, "examples/executors/thread-outlives-timeout/bad.py")
    assert [(s.state, s.text) for s in bad["thread"].stretches] == [(State.WORKING, "charge_card('order 7')")]


@pytest.mark.parametrize("name", ["unfinished-cancel", "silent-wait", "task-started-in-cleanup"])
def test_recorder_keeps_no_task_alive(catalog: Catalog, name: str) -> None:
    """Record scripts that are as declared only if the garbage collector finds their tasks."""
    (path,) = [str(e.bad.path) for e in catalog.entries if e.name == name and e.bad]
    assert recorded(catalog, path).turns


def record(events: Sequence[dict[str, object]], *, hangs: bool = False) -> Record:
    return Record.parse("".join(f"{json.dumps(event)}\n" for event in events), hangs=hangs)


def turn(task: int, start: float, end: float, done: str | None = None, robbed: float = 0.0) -> list[dict[str, object]]:
    return [
        {"what": "begin", "at": start, "loop": 1, "task": task, "due": start},
        {"what": "end", "at": end, "loop": 1, "task": task, "done": done, "error": None, "robbed": robbed},
    ]


def made(task: int, name: str, at: float = 0.0) -> list[dict[str, object]]:
    return [{"what": "task", "at": at, "task": task, "name": name}, {"what": "own", "at": at, "task": task}]


def test_time_that_a_busy_machine_took_does_not_block() -> None:
    for robbed, state in ((0.0, State.BLOCKED), (0.099, State.BUSY)):
        found = record([*made(2, "main()"), *turn(2, 0.0, 0.1, robbed=robbed), *turn(2, 0.2, 0.201, "returned")])
        assert lanes(found, Axis([found]))[0].stretches[0].state is state


def test_runs_without_a_pause_are_drawn_turn_by_turn() -> None:
    quick = record([*made(2, "main()"), *turn(2, 0.0, 0.001), *turn(2, 0.0015, 0.002, "returned")])
    slow = record([*made(2, "main()"), *turn(2, 0.0, 0.001), *turn(2, 0.1, 0.101, "returned")])
    assert not Axis([quick]).in_seconds
    assert Axis([quick]).length == 2.0
    assert Axis([quick, slow]).in_seconds
    assert Axis([quick, slow]).length == pytest.approx(0.101)
    (main,) = lanes(quick, Axis([quick]))
    assert [(s.start, s.end) for s in main.stretches if s.state is State.RUNNING] == [(0.0, 0.8), (1.0, 1.8)]


def test_callback_that_never_returns_is_drawn_to_the_edge() -> None:
    hung = record([*made(2, "main()"), *turn(2, 0.0, 0.1)[:1]], hangs=True)
    loop, main = lanes(hung, Axis([hung]))
    assert [(s.state, s.text) for s in loop.stretches] == [(State.BLOCKED, "never returns")]
    assert main.stretches[-1].end == loop.stretches[-1].end == Axis([hung]).length


def test_many_tasks_are_counted_and_each_kind_is_shown() -> None:
    events = made(2, "main()")
    for task in range(3, 103):
        events += made(task, "fetch()")
    events += made(103, "watch()")
    found = [lane.name for lane in lanes(record(events), Axis([record(events)]))]
    assert len(found) == TASKS + 1
    assert found[0] == "main()"
    assert found[-2:] == ["watch()", "and 95 more tasks"]


def test_unfinished_task_and_a_line_that_was_cut_off() -> None:
    text = "".join(f"{json.dumps(event)}\n" for event in [*made(2, "work()"), *turn(2, 0.0, 0.1)])
    found = Record.parse(text + '{"what": "begin", "a', hangs=False)
    assert lanes(found, Axis([found]))[-1].points[-1].mark is Mark.UNFINISHED


def test_picture_is_the_same_svg_from_the_same_record() -> None:
    panels = Panels.of({"bad.py": record([*made(2, "main()"), *turn(2, 0.0, 0.1, "returned")])})
    for theme in THEMES:
        svg = draw("blocking/blocking-sleep", panels, theme)
        assert svg == draw("blocking/blocking-sleep", panels, theme)
        words = " ".join(ElementTree.fromstring(svg).itertext())
        for word in ("blocking/blocking-sleep", "bad.py", "main()", "seconds", "loop is blocked", "returned"):
            assert word in words


def test_command_writes_both_themes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draw_timeline.main(["running-siblings", "--out", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "running-siblings.dark.svg",
        "running-siblings.light.svg",
    ]
    assert capsys.readouterr().out == "drew gather-failures/running-siblings\n"


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["runing-siblings"], 2, "no entry is named 'runing-siblings'; did you mean running-siblings"),
        ([], 2, "name entries, or give --all"),
        (["running-siblings", "--all"], 2, "name entries, or give --all"),
        (["running-siblings", "--python", "/nowhere"], 2, "not a usable Python"),
        (["signal-handler-outside-loop"], 1, "no task of an asyncio loop runs in its own process"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, message: str
) -> None:
    assert draw_timeline.main([*arguments, "--out", str(tmp_path)]) == status
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_entry_that_does_not_read_is_named_and_no_picture_goes(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "pictures" / "lost-write.dark.svg"
    picture.parent.mkdir()
    picture.touch()
    house.edit("bad.py", "failure:", "failing:")
    arguments = ["--root", str(house.root), "--out", str(picture.parent)]
    assert draw_timeline.main([*arguments, "lost-write"]) == 2
    assert "examples/stock/lost-write/bad.py: failing: " in capsys.readouterr().err
    assert draw_timeline.main([*arguments, "--all"]) == 1
    assert picture.exists()


def test_all_are_those_in_which_time_is_the_point(catalog: Catalog) -> None:
    timed = {entry.name for entry in catalog.entries if draw_timeline.time_is_the_point(entry)}
    assert timed > {"blocking-sleep", "opposite-lock-order", "running-siblings", "unbounded-queue"}
    assert not timed & {"never-awaited-coroutine", "lost-task-reference", "async-iterator"}


def test_picture_of_one_task_alone_tells_nothing() -> None:
    alone = record([*made(2, "main()"), *turn(2, 0.0, 0.1, "returned")])
    watched = record([*made(2, "main()"), *made(3, "watch()"), *turn(2, 0.0, 0.1, "returned")])
    stuck = record([*made(2, "main()"), *turn(2, 0.0, 0.1)], hangs=True)
    assert [Panels.of({"bad.py": run}).tell for run in (alone, watched, stuck)] == [False, True, True]


def test_picture_of_an_entry_that_is_gone_is_removed(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in ("old.dark.svg", "new.dark.svg", "notes.txt"))
    for path in (old, new, other):
        path.touch()
    draw_timeline.remove_others(tmp_path, {new})
    assert sorted(tmp_path.iterdir()) == [new, other]


def test_timelines_of_the_readme_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = sorted(path.name for path in (ROOT / "docs" / "timelines").iterdir())
    assert len(pictures) == 4
    assert all(f"docs/timelines/{name}" in readme for name in pictures)
