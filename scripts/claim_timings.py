"""Measures the claims, round by round: two ways to do the same work, one right after the other."""

from __future__ import annotations

import asyncio
import http.client
import math
import multiprocessing
import signal
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import aiofiles
import aiohttp
from aiohttp import web

from claims import (
    BEAT,
    CALLS,
    HOPS,
    JOB,
    LATENCY,
    LINES,
    PAUSE,
    QUICK_REQUESTS,
    REQUESTS,
    SHORT_JOB,
    TASKS,
    THREADS,
    TRIES,
)


@dataclass(frozen=True, slots=True)
class Bench:
    """What the measurements need: a web server in its own process, warm worker processes, a text file."""

    port: int
    pool: ProcessPoolExecutor
    text: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def measure(repeat: int) -> dict[str, list[float]]:
    """Run all measurements ``repeat`` times, round by round; return a ratio a round for each claim's key."""
    spawn = multiprocessing.get_context("spawn")  # the same on every system and version
    with (
        _server() as port,
        ProcessPoolExecutor(2, mp_context=spawn, initializer=_ignore_interrupts) as pool,
        tempfile.TemporaryDirectory(prefix="claims-") as folder,
    ):
        text = Path(folder, "lines.txt")
        text.write_text("a line of an access log, of about the usual length\n" * LINES, encoding="utf-8")
        for _ in pool.map(_compute, [JOB, JOB]):
            pass  # both workers have started
        return asyncio.run(_rounds(Bench(port, pool, text), repeat))


async def _rounds(bench: Bench, repeat: int) -> dict[str, list[float]]:
    ratios: dict[str, list[float]] = {}
    for number in range(1, repeat + 1):
        started = time.perf_counter()
        for measurement in _MEASUREMENTS:
            for key, ratio in (await measurement(bench)).items():
                ratios.setdefault(key, []).append(ratio)
        print(f"round {number} of {repeat}: {time.perf_counter() - started:.1f} s", flush=True)
    return ratios


async def _seconds(work: Awaitable[object]) -> float:
    """Return how long it took, in seconds."""
    started = time.perf_counter()
    await work
    return time.perf_counter() - started


async def _longest_gap(work: Awaitable[object]) -> float:
    """Return the longest time for which the loop ran nothing else, as a share of the work's length."""
    gaps: list[float] = []

    async def beat() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(BEAT)
            gaps.append(time.perf_counter() - before)

    heart = asyncio.create_task(beat())
    await asyncio.sleep(0)  # the heart begins to beat
    seconds = await _seconds(work)
    await asyncio.sleep(2 * BEAT)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    return max(gaps) / seconds


async def _measure_requests(bench: Bench) -> dict[str, float]:
    url = f"{bench.url}/slow"
    one_by_one = await _seconds(_fetch_in_turn(url, REQUESTS))
    together = await _seconds(_fetch_together(url, REQUESTS))
    threads = await _seconds(asyncio.to_thread(_fetch_in_threads, bench.port))
    return {
        "tasks": one_by_one / together,
        "threads": one_by_one / threads,
        "tasks-threads": threads / together,
    }


async def _fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        return await response.read()


async def _fetch_in_turn(url: str, count: int) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(count):
            await _fetch(session, url)


async def _fetch_together(url: str, count: int) -> None:
    async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
        for _ in range(count):
            group.create_task(_fetch(session, url))


def _fetch_in_threads(port: int) -> None:
    def fetch(count: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for _ in range(count):
            connection.request("GET", "/slow")
            connection.getresponse().read()
        connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        for _ in pool.map(fetch, [REQUESTS // THREADS] * THREADS):
            pass  # raises what a thread raised


async def _measure_sessions(bench: Bench) -> dict[str, float]:
    async def fetch_each() -> None:
        for _ in range(QUICK_REQUESTS):
            await _fetch_in_turn(bench.url, 1)

    each = await _seconds(fetch_each())
    return {"session": each / await _seconds(_fetch_in_turn(bench.url, QUICK_REQUESTS))}


async def _measure_file(bench: Bench) -> dict[str, float]:
    async def read_lines() -> None:
        async with aiofiles.open(bench.text, encoding="utf-8") as file:
            async for _ in file:
                pass

    async def read_whole() -> None:
        (await asyncio.to_thread(bench.text.read_text, encoding="utf-8")).splitlines()

    by_line = await _seconds(read_lines())
    return {"file": by_line / await _seconds(read_whole())}


async def _measure_computation(bench: Bench) -> dict[str, float]:
    loop = asyncio.get_running_loop()

    async def compute(steps: int) -> None:
        _compute(steps)

    async def in_turn(steps: int) -> None:
        await compute(steps)
        await compute(steps)

    async def gathered(steps: int) -> None:
        await asyncio.gather(compute(steps), compute(steps))

    async def in_threads(steps: int) -> None:
        await asyncio.gather(*(asyncio.to_thread(_compute, steps) for _ in range(2)))

    async def in_processes(steps: int) -> None:
        await asyncio.gather(*(loop.run_in_executor(bench.pool, _compute, steps) for _ in range(2)))

    ways = (in_turn, gathered, in_threads, in_processes)
    tries = [[await _seconds(way(SHORT_JOB)) for way in ways] for _ in range(TRIES)]
    inline, gather, threads, processes = map(statistics.median, zip(*tries, strict=True))
    return {
        "compute-gather": inline / gather,
        "compute-threads": inline / threads,
        "compute-processes": inline / processes,
        "gap-compute": await _longest_gap(in_turn(JOB)),
        "gap-compute-thread": await _longest_gap(in_threads(JOB)),
        "gap-compute-process": await _longest_gap(in_processes(JOB)),
    }


def _compute(steps: int) -> int:
    total = 0
    for step in range(steps):
        total = (total + step * step) % 1_000_003
    return total


async def _measure_pauses(bench: Bench) -> dict[str, float]:
    async def pause() -> None:
        time.sleep(PAUSE)  # noqa: ASYNC251 (the fault that is measured)

    inline = await _longest_gap(pause())
    return {"gap-sleep": inline, "gap-sleep-thread": await _longest_gap(asyncio.to_thread(time.sleep, PAUSE))}


async def _measure_overhead(bench: Bench) -> dict[str, float]:
    loop = asyncio.get_running_loop()

    def answer() -> int:
        return 42

    async def answer_later() -> int:
        return 42

    async def call() -> None:
        for _ in range(CALLS):
            answer()

    async def wait() -> None:
        for _ in range(CALLS):
            await answer_later()

    async def start() -> None:
        for _ in range(TASKS):
            await asyncio.create_task(answer_later())

    async def start_debugged() -> None:
        loop.set_debug(True)
        await start()
        loop.set_debug(False)

    async def hop() -> None:
        for _ in range(HOPS):
            await asyncio.to_thread(answer)

    loop.slow_callback_duration = math.inf  # debug mode would log what a busy machine delays
    ways = ((call, CALLS), (wait, CALLS), (start, TASKS), (start_debugged, TASKS), (hop, HOPS))
    tries = [[await _seconds(way()) / count for way, count in ways] for _ in range(TRIES)]
    plain, awaited, task, debugged, thread = map(statistics.median, zip(*tries, strict=True))
    return {"await": awaited / plain, "task": task / awaited, "debug": debugged / task, "hop": thread / awaited}


_MEASUREMENTS: Sequence[Callable[[Bench], Awaitable[dict[str, float]]]] = (
    _measure_requests,
    _measure_sessions,
    _measure_file,
    _measure_computation,
    _measure_pauses,
    _measure_overhead,
)


@contextmanager
def _server() -> Iterator[int]:
    """Run the web server in a process of its own, so that it takes no time of the client; yield its port."""
    spawn = multiprocessing.get_context("spawn")
    receiver, sender = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_serve, args=(sender,), daemon=True)
    process.start()
    sender.close()  # where the server dies, reading the port raises EOFError instead of waiting
    try:
        yield int(receiver.recv())
    finally:
        process.terminate()
        process.join()


def _ignore_interrupts() -> None:
    """Leave Ctrl-C, which the terminal sends to all processes, to the parent, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _serve(sender: Connection) -> None:
    _ignore_interrupts()
    asyncio.run(_serve_requests(sender))


async def _serve_requests(sender: Connection) -> None:
    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(LATENCY)
        return web.Response(text="20 EUR")

    async def quick(request: web.Request) -> web.Response:
        return web.Response(text="20 EUR")

    app = web.Application()
    app.add_routes([web.get("/slow", slow), web.get("/", quick)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sender.send(runner.addresses[0][1])
    parent = multiprocessing.parent_process()
    assert parent is not None
    await asyncio.to_thread(parent.join)  # ends by itself where nobody is left to end it
    await runner.cleanup()
