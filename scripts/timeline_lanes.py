"""Turns the record of a run into lanes: the loop, its tasks, the locks and queues they use, and threads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline import Axis, Lane, Mark, Point, Record, State, Stretch

BLOCKED = 0.01  # seconds of one callback that block the loop; a common one takes a tenth of a millisecond
VISIBLE = 0.02  # of the axis; what is shorter is no more than a stroke
FINEST = 0.0025  # of the axis, about a pixel: stretches nearer to one another than this are one
TASKS = 7  # lanes of tasks in one run; the rest is counted
OTHERS = 3  # lanes of locks, of queues, of threads
_OWN = ("shutdown_asyncgens()", "shutdown_default_executor()", "_do_shutdown()")  # what asyncio.run adds

Event = Mapping[str, Any]


def lanes(record: Record, axis: Axis) -> list[Lane]:
    """Return the lanes of a run, the loop's first; of many tasks a few of each kind."""
    return _Reader(record, axis).read()


@dataclass(slots=True)
class _Task:
    lane: Lane
    since: float  # when it began to wait
    waits_for: str = ""
    done: bool = False
    telling: bool = False  # the script's code runs in it, or it blocks the loop; others are a library's own affair


@dataclass(slots=True)
class _Use:
    """A lock, a queue, a semaphore or a thread: its lane, and what it is in now."""

    lane: Lane
    since: float = 0.0
    text: str | None = None  # who holds the lock, what the thread does
    level: int = 0
    levels: list[tuple[float, float, int]] | None = None
    limit: int | None = None
    wanted: bool = False


class _Reader:
    def __init__(self, record: Record, axis: Axis) -> None:
        self._record, self._axis = record, axis
        self._end = axis.length if record.hangs else axis.place(record, record.seconds)
        self._loops: dict[int, Lane] = {}
        self._running: dict[int, Event] = {}  # loop -> the callback that it runs
        self._blocked_until = -1.0  # seconds
        self._tasks: dict[int, _Task] = {}
        self._uses: dict[str, dict[int, _Use]] = {"lock": {}, "level": {}, "thread": {}}
        self._names: dict[str, int] = {}

    def read(self) -> list[Lane]:
        readers = {
            "task": self._task_made,
            "own": self._own,
            "begin": self._begin,
            "end": self._ended,
            "cancel": self._cancel,
            "want": self._want,
            "hold": self._hold,
            "free": self._free,
            "level": self._level,
            "work": self._work,
            "rest": self._rest,
        }
        for event in self._record.events:
            readers[event["what"]](event, self._axis.place(self._record, event["at"]))
        self._finish()
        return [*self._shown_loops(), *self._shown_tasks(), *self._shown_uses()]

    def _unique(self, name: str) -> str:
        count = self._names[name] = self._names.get(name, 0) + 1
        return name if count == 1 else f"{name} #{count}"

    def _long(self, seconds: float) -> bool:
        """Say whether a stretch is long enough to be called blocked, and to be seen."""
        return self._axis.in_seconds and seconds >= max(BLOCKED, VISIBLE * self._axis.length)

    def _task_made(self, event: Event, at: float) -> None:
        if event["name"] not in _OWN:
            self._tasks[event["task"]] = _Task(Lane(self._unique(event["name"])), at)

    def _own(self, event: Event, at: float) -> None:
        if task := self._tasks.get(event["task"]):
            task.telling = True

    def _begin(self, event: Event, at: float) -> None:
        self._running[event["loop"]] = event
        self._loops.setdefault(event["loop"], Lane(self._unique("event loop")))
        task = self._tasks.get(event["task"])
        if task is None:
            return
        due = event["due"]
        kept = due is not None and self._long(event["at"] - due) and due < self._blocked_until
        until = max(task.since, self._axis.place(self._record, due)) if kept else at
        self._add(task.lane, task.since, until, State.WAITING, task.waits_for)
        self._add(task.lane, until, at, State.KEPT)
        task.waits_for = ""

    def _ended(self, event: Event, at: float) -> None:
        begun = self._running.pop(event["loop"])
        self._ran(begun, event["at"], event["robbed"], at)
        task = self._tasks.get(event["task"])
        if task is not None:
            task.since = at
            if event["done"]:
                task.done = True
                task.lane.points.append(Point(at, Mark(event["done"]), event["error"] or ""))

    def _ran(self, begun: Event, until: float, robbed: float, at: float) -> None:
        """Draw a callback on the lane of its loop, and on that of its task.

        A callback that a busy machine kept from running does not block: what it was robbed of is not counted.
        """
        seconds = until - begun["at"] - robbed
        start = self._axis.place(self._record, begun["at"])
        task = self._tasks.get(begun["task"])
        if self._long(seconds):
            self._blocked_until = until
            self._add(self._loops[begun["loop"]], start, at, State.BLOCKED, f"{seconds * 1000:.0f} ms")
        elif self._axis.in_seconds or task:
            self._add(self._loops[begun["loop"]], start, at, State.BUSY)
        if task:
            self._add(task.lane, start, at, State.RUNNING)
            task.telling = task.telling or self._long(seconds)

    def _cancel(self, event: Event, at: float) -> None:
        if task := self._tasks.get(event["task"]):
            task.lane.points.append(Point(at, Mark.ASKED))

    def _use(self, kind: str, number: int, name: str) -> _Use:
        if number not in self._uses[kind]:
            self._uses[kind][number] = _Use(Lane(self._unique(name)))
        return self._uses[kind][number]

    def _want(self, event: Event, at: float) -> None:
        use = self._use(event["kind"], event["resource"], event["name"])
        if task := self._tasks.get(event["task"]):
            use.wanted = use.wanted or task.telling
            task.waits_for = f"waits for {use.lane.name}"

    def _hold(self, event: Event, at: float) -> None:
        task = self._tasks.get(event["task"])
        use = self._use("lock", event["resource"], event["name"])
        use.since, use.text = at, f"held by {task.lane.name}" if task else ""

    def _free(self, event: Event, at: float) -> None:
        use = self._use("lock", event["resource"], event["name"])
        if use.text is not None:
            self._add(use.lane, use.since, at, State.HELD, use.text)
            use.text = None

    def _level(self, event: Event, at: float) -> None:
        use = self._use("level", event["resource"], event["name"])
        use.levels = use.levels or []
        use.levels.append((use.since, at, use.level))
        use.since, use.level, use.limit = at, event["level"], event["limit"]

    def _work(self, event: Event, at: float) -> None:
        if event["name"] in _OWN:
            return
        use = self._use("thread", event["thread"], "thread")
        use.since, use.text = at, event["name"]

    def _rest(self, event: Event, at: float) -> None:
        use = self._uses["thread"].get(event["thread"])
        if use is not None and use.text is not None:
            self._add(use.lane, use.since, at, State.WORKING, use.text)
            use.text = None

    def _finish(self) -> None:
        """Carry on to the end what had not ended."""
        for number, begun in self._running.items():
            start = self._axis.place(self._record, begun["at"])
            self._add(
                self._loops[number], start, self._end, State.BLOCKED, "never returns" if self._record.hangs else ""
            )
            if task := self._tasks.get(begun["task"]):
                self._add(task.lane, start, self._end, State.RUNNING)
                task.since = self._end
        for task in self._tasks.values():
            if not task.done:
                self._add(task.lane, task.since, self._end, State.WAITING, task.waits_for)
                task.lane.endless = self._record.hangs
                if not self._record.hangs:
                    task.lane.points.append(Point(self._end, Mark.UNFINISHED))
        for kind, state in (("lock", State.HELD), ("thread", State.WORKING)):
            for use in self._uses[kind].values():
                if use.text is not None:
                    self._add(use.lane, use.since, self._end, state, use.text)
                    use.lane.endless = self._record.hangs
        for use in self._uses["level"].values():
            self._add_levels(use)

    def _shown_loops(self) -> list[Lane]:
        """Return the loops; turn by turn only those that hang in one, since every turn is theirs."""
        return [
            lane
            for lane in self._loops.values()
            if self._axis.in_seconds or any(stretch.state is State.BLOCKED for stretch in lane.stretches)
        ]

    def _shown_tasks(self) -> list[Lane]:
        """Return at most TASKS lanes, taken in turn from each kind of task, in the order in which they were made."""
        telling = [task for task in self._tasks.values() if task.telling]
        kinds: dict[str, list[_Task]] = {}
        for task in telling:
            kinds.setdefault(task.lane.name.partition("(")[0], []).append(task)
        shown: list[_Task] = []
        for rank in range(max(map(len, kinds.values()), default=0)):
            shown += [tasks[rank] for tasks in kinds.values() if rank < len(tasks)]
        kept = {id(task) for task in shown[:TASKS]}
        found = [task.lane for task in telling if id(task) in kept]
        if left := len(telling) - len(found):
            found.append(Lane(f"and {left} more tasks" if left > 1 else "and one more task"))
        return found

    def _shown_uses(self) -> Iterable[Lane]:
        """Yield what explains something: locks that somebody waits for, queues in use, threads."""
        for kind, uses in self._uses.items():
            telling = [use.lane for use in uses.values() if kind == "thread" or _explains(use)]
            yield from telling[:OTHERS]

    def _add(self, lane: Lane, start: float, end: float, state: State, text: str = "", height: float = 1.0) -> None:
        """Add a stretch, or draw out the last of its state where nobody could see them apart."""
        if end <= start:
            return
        stretches = lane.stretches
        index = next((i for i in reversed(range(len(stretches))) if stretches[i].state is state), None)
        if index is not None and self._joins(stretches[index], start, text, height):
            last = stretches[index]
            stretches[index] = replace(last, end=end, height=max(last.height, height))
        else:
            stretches.append(Stretch(start, end, state, text, height))

    def _joins(self, last: Stretch, start: float, text: str, height: float) -> bool:
        """Say whether nobody could see a stretch apart from the last; within a stroke, a level may change."""
        finest = FINEST * self._axis.length
        alike = last.height == height or start - last.start < finest
        return alike and last.text == text and start - last.end < finest

    def _add_levels(self, use: _Use) -> None:
        """Draw how full a queue was, or how much of a semaphore was given; its name says the most."""
        top = max(*_levels(use), use.limit or 0, 1)
        for start, until, level in [*(use.levels or ()), (use.since, self._end, use.level)]:
            self._add(use.lane, start, until, State.LEVEL, height=level / top)
        use.lane.limit = use.limit / top if use.limit else None
        use.lane.name += f": up to {max(_levels(use))}" + (f" of {use.limit}" if use.limit else "")


def _explains(use: _Use) -> bool:
    """Say whether a lock, queue or semaphore is the script's and in use, or makes one of its tasks wait."""
    return use.wanted or (not use.lane.name.startswith("<") and (use.text is not None or max(_levels(use)) > 1))


def _levels(use: _Use) -> list[int]:
    return [level for *_, level in use.levels or ()] + [use.level]
