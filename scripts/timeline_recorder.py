"""Runs a script as ``python SCRIPT`` would, and notes what its event loops do, a JSON line for each event.

    python timeline_recorder.py RECORD SCRIPT

The line is written as the event happens, so that the record of a script that hangs ends where it hung. Times
are seconds of ``time.monotonic``, the clock of asyncio's loops. What is noted:

    {"what": "task", "at", "task", "name"}                  a task is made
    {"what": "own", "at", "task"}                           code of the script runs in the task
    {"what": "begin", "at", "loop", "task", "due"}          a callback starts; of a task: since when it could have
    {"what": "end", "at", "loop", "task", "done", "error", "robbed"}  it returned; ``done``: returned, cancelled or
                                                            failed; ``robbed``: seconds the machine gave to others
    {"what": "cancel", "at", "task"}                        somebody has asked a task to stop
    {"what": "want", "at", "resource", "kind", "name", "task"}  a task waits for a lock, or at a level
    {"what": "hold", "at", "resource", "name", "task"}      a lock is taken; and "free"
    {"what": "level", "at", "resource", "name", "level", "limit"}  a queue holds, or a semaphore has given, so many
    {"what": "work", "at", "thread", "name"}                a thread takes a job; and "rest"

A resource that is no variable of the script is named by its class, in angle brackets.

It runs on the example's interpreter, so it imports nothing that is not in the standard library. Loops written in
C (uvloop) do not pass through asyncio's handles and leave no record.
"""

from __future__ import annotations

import asyncio
import concurrent.futures.thread as pool
import functools
import json
import os
import runpy
import sys
import threading
import time
import weakref
from asyncio import events
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

LIMIT = 20_000  # events; a loop that spins for ever would fill the disk
PLAIN = (str, int, float)  # arguments that tell tasks apart and have a short, stable text
ARGUMENT = 16  # characters of such a text
_COUNTERS = Path("/proc/thread-self/schedstat")  # Linux: nanoseconds on a core, nanoseconds of waiting for one, turns


class Recorder:
    """Patches asyncio's Python classes, which every loop of the standard library runs through."""

    def __init__(self, record: Path, script: Path) -> None:
        self._file = os.open(record, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._script = str(script)
        self._left = LIMIT
        # Weak: a task that nobody else holds is lost in the middle of its work, and the record must show it.
        self._numbers: weakref.WeakKeyDictionary[object, int] = weakref.WeakKeyDictionary()
        self._count = 0
        self._due: dict[int, float] = {}  # task number -> since when it could run
        self._names: dict[int, str] = {}  # of tasks and resources, by number
        self._own: set[int] = set()  # tasks in which the script's code runs
        self._asked: dict[int, int] = {}  # task number -> how often it was asked to stop
        self._limits: dict[int, int | None] = {}  # semaphore number -> how many it gives
        self._given: dict[int, int] = {}
        os.register_at_fork(after_in_child=self._stop)

    def _stop(self) -> None:
        self._left = 0

    def _note(self, what: str, **facts: object) -> None:
        if self._left > 0:
            self._left -= 1
            line = json.dumps({"what": what, "at": time.monotonic(), **facts})
            os.write(self._file, f"{line}\n".encode())

    def _number(self, thing: object) -> int:
        """Return the number of an object, from 1 in the order in which they are met."""
        if thing not in self._numbers:
            self._count += 1
            self._numbers[thing] = self._count
        return self._numbers[thing]

    def install(self) -> None:
        """Patch tasks, locks, semaphores, queues and threads."""
        self._patch_handles()
        self._patch_resources()
        self._patch_threads()

    def _patch_handles(self) -> None:
        kind: Any = events.Handle
        init, run = kind.__init__, kind._run

        @functools.wraps(init)
        def made(handle: Any, callback: Any, *rest: Any, **named: Any) -> None:
            init(handle, callback, *rest, **named)
            task = _task(callback)
            if task is not None:
                self._meet(task)
                self._due.setdefault(self._number(task), time.monotonic())
                self._note_cancel(task)

        @functools.wraps(run)
        def ran(handle: Any) -> None:
            task, loop = _task(handle._callback), self._number(handle._loop)
            if isinstance(handle, events.TimerHandle):
                self._wake_late(handle)
            if task:
                self._note_cancel(task)
            number = self._number(task) if task else None
            self._note("begin", loop=loop, task=number, due=self._due.pop(number, None) if number else None)
            before = _seconds_robbed()
            try:
                run(handle)
            finally:
                if task and number not in self._own and _runs(task, self._script):
                    self._own.add(self._number(task))
                    self._note("own", task=number)
                done, error = _state(task)
                robbed = _seconds_robbed() - before
                self._note("end", loop=loop, task=number, done=done, error=error, robbed=robbed)

        kind.__init__, kind._run = made, ran

    def _meet(self, task: asyncio.Task[Any]) -> None:
        number = self._number(task)
        if number not in self._names:
            self._names[number] = _task_name(task)
            self._note("task", task=number, name=self._names[number])
            if _runs(task, self._script):
                self._own.add(number)
                self._note("own", task=number)

    def _note_cancel(self, task: asyncio.Task[Any]) -> None:
        """Note a request that came since the last look: a waiting task is woken by it, another sees it in its turn."""
        number = self._number(task)
        if task.cancelling() > self._asked.get(number, 0):
            self._note("cancel", task=number)
        self._asked[number] = task.cancelling()

    def _wake_late(self, handle: Any) -> None:
        """Note that the task which a timer wakes could have run when the timer was due, not when it came."""
        for future in handle._args or ():
            for callback, _ in getattr(future, "_callbacks", None) or ():
                if task := _task(callback):
                    self._due.setdefault(self._number(task), handle.when())

    def _patch_resources(self) -> None:
        for kind in (asyncio.Lock, asyncio.Semaphore):
            self._patch_acquire(kind)
        for method, must_wait in (("put", asyncio.Queue.full), ("get", asyncio.Queue.empty)):
            self._patch_queue_wait(method, must_wait)
            self._patch_queue(f"{method}_nowait")

    def _patch_acquire(self, kind: Any) -> None:
        acquire, release = kind.acquire, kind.release

        @functools.wraps(acquire)
        async def acquired(resource: Any) -> Any:
            limit = getattr(resource, "_value", None)
            self._name(resource)
            self._limits.setdefault(self._number(resource), limit)
            if resource.locked():
                self._want(resource)
            result = await acquire(resource)
            self._holds(resource, +1)
            return result

        @functools.wraps(release)
        def released(resource: Any) -> None:
            release(resource)
            self._holds(resource, -1)

        kind.acquire, kind.release = acquired, released

    def _holds(self, resource: Any, change: int) -> None:
        number, name = self._number(resource), self._name(resource)
        if isinstance(resource, asyncio.Lock):
            self._note("hold" if change > 0 else "free", resource=number, name=name, task=self._current())
            return
        self._given[number] = self._given.get(number, 0) + change
        self._note("level", resource=number, name=name, level=self._given[number], limit=self._limits.get(number))

    def _want(self, resource: Any) -> None:
        kind = "lock" if isinstance(resource, asyncio.Lock) else "level"
        number, name = self._number(resource), self._name(resource)
        self._note("want", resource=number, kind=kind, name=name, task=self._current())

    def _patch_queue_wait(self, method: str, must_wait: Callable[[Any], bool]) -> None:
        original = getattr(asyncio.Queue, method)

        @functools.wraps(original)
        async def moved(queue: Any, *arguments: Any) -> Any:
            if must_wait(queue):
                self._want(queue)
            return await original(queue, *arguments)

        setattr(asyncio.Queue, method, moved)

    def _patch_queue(self, method: str) -> None:
        original = getattr(asyncio.Queue, method)

        @functools.wraps(original)
        def moved(queue: Any, *arguments: Any) -> Any:
            result = original(queue, *arguments)
            limit = queue.maxsize or None
            self._note("level", resource=self._number(queue), name=self._name(queue), level=queue.qsize(), limit=limit)
            return result

        setattr(asyncio.Queue, method, moved)

    def _current(self) -> int | None:
        try:
            task = asyncio.current_task()
        except RuntimeError:
            return None
        return self._number(task) if task else None

    def _name(self, resource: Any) -> str:
        number = self._number(resource)
        if number not in self._names:
            self._names[number] = _variable(resource, self._script) or f"<{type(resource).__name__}>"
        return self._names[number]

    def _patch_threads(self) -> None:
        item_kind: Any = pool._WorkItem
        thread_kind: Any = threading.Thread
        work, run = item_kind.run, thread_kind.run

        @functools.wraps(work)
        def worked(item: Any, *rest: Any) -> None:
            function, arguments = _job(item)
            self._while_working(function, arguments, lambda: work(item, *rest))

        @functools.wraps(run)
        def ran(thread: threading.Thread) -> None:
            target = getattr(thread, "_target", None)
            code = getattr(target, "__code__", None)
            if code is None or code.co_filename != self._script:  # a library's; jobs given to a pool are noted above
                run(thread)
            else:
                self._while_working(target, getattr(thread, "_args", ()), lambda: run(thread))

        item_kind.run, thread_kind.run = worked, ran

    def _while_working(self, function: Any, arguments: tuple[Any, ...], work: Callable[[], None]) -> None:
        thread = self._number(threading.current_thread())
        self._note("work", thread=thread, name=_call(getattr(function, "__name__", "job"), arguments))
        try:
            work()
        finally:
            self._note("rest", thread=thread)


def _seconds_robbed() -> float:
    """Return how long this thread has had to wait for a core since it began; 0 where the system does not tell."""
    try:
        return int(_COUNTERS.read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _task(callback: Any) -> asyncio.Task[Any] | None:
    """Return the task whose step a callback is; None for any other callback."""
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, asyncio.Task) else None


def _runs(task: asyncio.Task[Any], script: str) -> bool:
    """Say whether the task's coroutine, or one that it waits for, is the script's."""
    coroutine: Any = task.get_coro()
    while coroutine is not None:
        code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "ag_code", None)
        if code is not None and code.co_filename == script:
            return True
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "ag_await", None)
    return False


def _state(task: asyncio.Task[Any] | None) -> tuple[str | None, str | None]:
    """Say how a task ended (None: not yet), without marking its exception as retrieved."""
    if task is None or not task.done():
        return None, None
    if task.cancelled():
        return "cancelled", None
    error = getattr(task, "_exception", None)
    return ("failed", type(error).__name__) if error else ("returned", None)


def _task_name(task: asyncio.Task[Any]) -> str:
    """Return the name that the script gave a task, else its coroutine with its plain arguments."""
    if not task.get_name().startswith("Task-"):
        return task.get_name().rpartition(".")[2]
    coroutine: Any = task.get_coro()
    name = getattr(coroutine, "__name__", type(coroutine).__name__)
    frame, code = getattr(coroutine, "cr_frame", None), getattr(coroutine, "cr_code", None)
    if frame is None or code is None:
        return f"{name}()"
    return _call(name, tuple(frame.f_locals.get(arg) for arg in code.co_varnames[: code.co_argcount]))


def _call(name: str, arguments: tuple[Any, ...]) -> str:
    texts = [repr(argument) for argument in arguments if isinstance(argument, PLAIN)]
    return f"{name}({', '.join(text for text in texts if len(text) <= ARGUMENT)})"


def _job(item: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the function and the arguments of an executor's job, as the caller gave them to ``to_thread``."""
    function, arguments = item.task[:2] if hasattr(item, "task") else (item.fn, item.args)
    if isinstance(function, functools.partial):  # to_thread: partial(context.run, function, *arguments)
        function, *given = function.args or (function.func,)
        return function, tuple(given)
    return function, arguments


def _variable(thing: object, script: str) -> str | None:
    """Return the name by which the script knows an object: a variable, or an attribute of one."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == script:
            for scope in (frame.f_locals, frame.f_globals):
                for name, value in list(scope.items()):
                    if value is thing:
                        return name
                    for attribute, inner in list(getattr(value, "__dict__", {}).items()):
                        if inner is thing:
                            return f"{name}.{attribute}"
        frame = frame.f_back
    return None


def main(record: str, script: str) -> None:
    """Run the script under the recorder."""
    Recorder(Path(record), Path(script)).install()
    sys.argv = [script]
    sys.path[0] = str(Path(script).parent)
    runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
