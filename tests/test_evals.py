"""The files of evals/ hold what was planted in them, each defect shown by a run, and the sound ones work."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import gc
import importlib.util
import json
import sys
import threading
import warnings
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT

import grade_review

FILES = ROOT / "evals" / "files"
TASKS = {Path(task.file).stem: task for task in grade_review.load_tasks(ROOT)}


def load(name: str) -> ModuleType:
    """Import one file of evals/ under its own name."""
    specification = importlib.util.spec_from_file_location(name, FILES / f"{name}.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return module


def run(main: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(main, timeout=10))


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - what is waited for lies in code that offers no event
        await asyncio.sleep(0.001)


class Gate:
    """A call that waits until it is let through."""

    def __init__(self) -> None:
        self.entered = asyncio.Event()
        self.open = asyncio.Event()

    async def __call__(self, *arguments: object) -> None:
        self.entered.set()
        await self.open.wait()


# --- planted ------------------------------------------------------------------------------------------------


def test_followers_of_a_cancelled_leader_wait_for_ever() -> None:
    async def main() -> None:
        module, gate = load("catalogue_cache"), Gate()
        cache = module.CatalogueCache(load=gate)
        leader = asyncio.create_task(cache.get("a-1"))
        await gate.entered.wait()
        follower = asyncio.create_task(cache.get("a-1"))
        await asyncio.sleep(0)
        leader.cancel()
        _, pending = await asyncio.wait([leader, follower], timeout=0.05)
        assert pending == {follower}

    run(main())


def test_partner_sees_more_than_ten_deliveries() -> None:
    async def main() -> None:
        module, running, most = load("webhook_dispatcher"), 0, 0

        async def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1
            return 200

        partner = module.Partner("p", "http://p", b"s", frozenset())
        await module.Dispatcher([partner], post).deliver_batch([module.Event(n, "sold", {}) for n in range(30)])
        assert most == 30 > module.AT_ONCE

    run(main())


def test_slow_listener_is_taken_for_a_silent_exchange() -> None:
    async def main() -> None:
        module, loop = load("quote_feed"), asyncio.get_running_loop()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"ACME 10.5 100\n")
            with contextlib.suppress(ConnectionError):
                while True:  # a heartbeat well within the silence allowed
                    writer.write(b"\n")
                    await writer.drain()
                    await asyncio.sleep(0.01)

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        board = module.Board([lambda quote: asyncio.sleep(0.5)])
        reader = module.Reader(board, lambda: module.Feed.connect("127.0.0.1", port, silence=0.2))
        started = loop.time()
        with pytest.raises((module.FeedLost, asyncio.CancelledError)):
            await reader._read_once()
        assert loop.time() - started < 0.45
        server.close()

    run(main())


def test_second_cancellation_cuts_the_release_off() -> None:
    async def main() -> None:
        module, gate = load("job_runner"), Gate()

        class Store:
            released = 0

            async def lease(self) -> object:
                return module.Job(1, "send", {})

            async def finish(self, job: object) -> None:
                raise AssertionError

            async def release(self, job: object, reason: str) -> None:
                await asyncio.sleep(0.2)
                self.released += 1

        store = Store()
        runner = module.Runner(store, {"send": gate}, size=1, grace=0.1)
        runner.start()
        await gate.entered.wait()
        await runner.stop()
        assert (runner.busy, store.released) == (0, 0)

    run(main())


def test_waiters_start_together_and_exceed_the_quota() -> None:
    async def main() -> None:
        module, now = load("call_meter"), 0.0
        starts: list[float] = []

        async def sleep(seconds: float) -> None:
            nonlocal now
            until = now + seconds
            await asyncio.sleep(0)
            now = max(now, until)

        meter = module.Meter(module.Quota(2, 10.0), clock=lambda: now, sleep=sleep)

        async def call() -> None:
            await meter.admit()
            starts.append(now)

        await asyncio.gather(*(call() for _ in range(6)))
        assert starts.count(10.0) == 4

    run(main())


def test_card_is_spent_twice() -> None:
    async def main() -> None:
        module = load("gift_cards")
        cards = {"ABCD-EFGH": 1000}

        class Storage:
            async def read(self, code: str) -> int | None:
                return cards.get(code)

            async def write(self, code: str, cents: int) -> None:
                cards[code] = cents

        class Ledger:
            async def append(self, line: str) -> int:
                await asyncio.sleep(0)
                return 1

        desk = module.Desk(Storage(), Ledger())
        receipts = await asyncio.gather(*(desk.redeem("ABCD-EFGH", 1000) for _ in range(2)))
        assert sum(receipt.paid for receipt in receipts) == 2000

    run(main())


def test_parts_of_the_page_are_fetched_one_after_the_other() -> None:
    async def main() -> None:
        module, running, most, order = load("account_page"), 0, 0, []

        def service(name: str, answer: object) -> Callable[..., Awaitable[object]]:
            async def call(*arguments: object) -> object:
                nonlocal running, most
                running += 1
                most = max(most, running)
                order.append(name)
                await asyncio.sleep(0)
                running -= 1
                return answer

            return call

        class Services:
            profile = staticmethod(service("profile", {"name": "Ada", "picture": "x", "segment": "a"}))
            orders = staticmethod(service("orders", [{"number": 1, "cents": 5}]))
            parcel = staticmethod(service("parcel", {}))
            points = staticmethod(service("points", 7))
            offers = staticmethod(service("offers", []))
            avatar = staticmethod(service("avatar", b""))

        page = await module.AccountPage(Services()).build(1)
        assert (most, page.complete) == (1, True)
        assert order == ["profile", "avatar", "points", "orders", "parcel", "offers"]

    run(main())


def test_letter_that_cannot_be_composed_is_not_archived() -> None:
    async def main() -> None:
        module, stored = load("mail_relay"), []

        class Archive:
            async def store(self, number: int, text: str) -> None:
                stored.append(number)

        class Outbox:
            async def send(self, message: object) -> None:
                raise AssertionError

        relay = module.Relay(Outbox(), Archive(), {}, "shop@example.org")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            await relay.deliver(module.Letter(1, "ada@example.org", "none"))
            gc.collect()
        assert (stored, relay.tally.shelved) == ([], 1)
        assert any("was never awaited" in str(warning.message) for warning in caught)

    run(main())


def lines_of(module: ModuleType, alive: Callable[[], Awaitable[object]]) -> tuple[Any, list[str]]:
    hung_up: list[str] = []

    class Line:
        async def alive(self) -> bool:
            await alive()
            return True

        async def hang_up(self) -> None:
            hung_up.append("line")

    async def dial() -> Line:
        return Line()

    time = iter(range(0, 10_000, 100))
    return module.LinePool(dial, 1, clock=lambda: next(time)), hung_up


def test_place_is_lost_when_the_question_is_cancelled() -> None:
    async def main() -> None:
        gate = Gate()
        pool, _ = lines_of(load("line_pool"), gate)
        async with pool.line():
            pass
        asking = asyncio.create_task(pool.take())
        await gate.entered.wait()
        asking.cancel()
        await asyncio.wait([asking])
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(pool.take(), timeout=0.05)

    run(main())


def test_line_that_comes_back_after_the_close_is_kept() -> None:
    async def main() -> None:
        pool, hung_up = lines_of(load("line_pool"), Gate())
        line = await pool.take()
        await pool.close()
        pool.give_back(line)
        assert hung_up == []

    run(main())


def test_reading_of_another_thread_does_not_wake_the_loop() -> None:
    async def main() -> None:
        module = load("sensor_bridge")
        calls: list[Callable[[object], None]] = []

        class Bus:
            subscribe = calls.append

        bridge = module.Bridge(Bus, None)
        bridge.start()
        waiting = asyncio.create_task(bridge.next_reading("t"))
        await asyncio.sleep(0)
        # The loop's selector waits for half a second; the thread's reading comes long before that.
        loop, started = asyncio.get_running_loop(), asyncio.get_running_loop().time()
        timer = threading.Timer(0.05, calls[0], [module.Reading("t", 1.0, 1)])
        timer.start()
        await asyncio.wait([waiting], timeout=0.5)
        assert loop.time() - started > 0.4
        timer.join()

    run(main())


def test_audit_names_nobody() -> None:
    async def main() -> None:
        module, audited = load("sensor_bridge"), []

        class Bus:
            configure = staticmethod(lambda sensor, settings: None)

        class Audit:
            write = staticmethod(lambda who, what: audited.append((who, what)))

        module.operator.set("ada")
        await module.Bridge(Bus, Audit).configure("t", gain=2)
        assert audited == [("nobody", "t: gain=2")]

    contextvars.copy_context().run(run, main())


def test_backend_stays_connected_when_the_client_is_reset() -> None:
    async def main() -> None:
        module, backend_ended = load("tcp_gateway"), asyncio.Event()

        async def backend(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            while await reader.read(100):
                pass
            backend_ended.set()

        server = await asyncio.start_server(backend, "127.0.0.1", 0)
        gateway = module.Gateway(module.Backend("127.0.0.1", server.sockets[0].getsockname()[1]))
        _, writer = await asyncio.open_connection("127.0.0.1", await gateway.start())
        writer.write(b"x")
        await until(lambda: gateway.traffic.open_now == 1)
        await asyncio.sleep(0.05)
        writer.get_extra_info("socket").setsockopt(1, 13, b"\1\0\0\0\0\0\0\0")  # linger 0: close by a reset
        writer.transport.abort()
        await until(lambda: gateway.traffic.open_now == 0)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(backend_ended.wait(), timeout=0.1)

    run(main())


class Shop:
    """Warehouse, bank and carrier that keep count."""

    def __init__(self, book: Callable[..., Awaitable[object]]) -> None:
        self.book = book
        self.reserved: list[str] = []
        self.charged = 0

    async def reserve(self, sku: str, count: int) -> str:
        self.reserved.append(sku)
        return sku

    async def free(self, reservation: str) -> None:
        self.reserved.remove(reservation)

    async def charge(self, card: str, cents: int) -> str:
        self.charged += cents
        return card

    async def refund(self, charge: str) -> None:
        self.charged = 0


def test_late_order_stays_reserved_and_charged() -> None:
    async def main() -> None:
        module, shop = load("order_saga"), Shop(Gate())
        desk = module.Desk(shop, shop, shop, patience=0.05)
        answer = await desk.place(module.Order(1, {"lamp": 1}, 500, "card", "street"))
        assert (answer.state, shop.reserved, shop.charged) == ("late", ["lamp"], 500)

    run(main())


def test_same_order_is_placed_twice() -> None:
    async def main() -> None:
        module = load("order_saga")

        async def book(*arguments: object) -> str:
            await asyncio.sleep(0)
            return "parcel"

        shop = Shop(book)
        desk = module.Desk(shop, shop, shop)
        order = module.Order(1, {"lamp": 1}, 500, "card", "street")
        await asyncio.gather(desk.place(order), desk.place(order))
        assert shop.charged == 1000

    run(main())


# --- sound --------------------------------------------------------------------------------------------------


def test_metrics_survive_a_lost_report(tmp_path: Path) -> None:
    async def main() -> None:
        module = load("metrics_agent")
        bodies: list[dict[str, int]] = []

        async def send(body: bytes) -> None:
            if not bodies:
                bodies.append({})
                raise ConnectionError
            bodies.append(json.loads(body)["counts"])

        agent = module.Agent(module.Settings("h", {}), send, tmp_path / "spool", every=0.01)
        running = asyncio.create_task(agent.run())
        agent.count("orders")
        await until(lambda: len(bodies) == 2)
        agent.count("orders", 2)
        running.cancel()
        await asyncio.wait([running])
        assert bodies[1:] == [{"orders": 1}, {"orders": 2}]
        agent.count("orders", 3)
        await agent.write_spool()
        await agent.read_spool()
        assert agent.counts["orders"] == 6

    run(main())


def test_thumbnails_are_made_and_a_failure_ends_the_batch() -> None:
    async def main() -> None:
        module, written = load("thumbnail_batch"), {}

        class Connection:
            async def __aenter__(self) -> Connection:
                return self

            async def __aexit__(self, *details: object) -> None:
                pass

            async def read(self, name: str) -> bytes:
                await asyncio.sleep(0)
                return name.encode()

            async def write(self, name: str, data: bytes) -> None:
                written[name] = data

        class Store:
            connect = Connection

        with ThreadPoolExecutor(2) as pool:
            batch = module.Batch(Store(), pool, bytes.upper)
            assert await batch.run([f"{n}.png" for n in range(9)]) == [f"{n}.small.png" for n in range(9)]
            assert written["8.small.png"] == b"8.PNG"
            with pytest.raises(ExceptionGroup):
                await module.Batch(Store(), pool, int).run(["a.png", "b.png"])

    run(main())


def test_plugin_uses_the_service_from_its_thread() -> None:
    async def main() -> None:
        module, seen = load("plugin_host"), []

        class Service:
            async def lookup(self, key: str) -> str:
                return key.upper()

            async def publish(self, topic: str, text: str) -> None:
                seen.append((topic, text))

        host = module.PluginHost(Service(), asyncio.get_running_loop())

        def plugin(host: Any) -> None:
            host.listen(seen.append)
            host.publish("found", host.lookup("lamp"))

        await asyncio.to_thread(module.run_plugin(host, plugin).join)
        await host.notify("hello")
        assert seen == [("found", "LAMP"), "hello"]
        host.stop()
        with pytest.raises(module.HostStopped):
            await asyncio.to_thread(host.lookup, "lamp")

    run(main())


def test_device_that_connects_again_replaces_its_connection() -> None:
    async def main() -> None:
        module, got = load("device_book"), []

        async def send(text: str) -> None:
            got.append(text)

        book = module.DeviceBook()
        old = book.connect("d", Gate())
        book.connect("d", send)
        assert book.broadcast("hello") == 1
        await until(lambda: bool(got))
        assert old.task
        assert old.task.cancelled()
        assert not book.post("other", "x")
        await book.close()
        assert book.links == {}

    run(main())


# --- the set as a whole -------------------------------------------------------------------------------------


def test_set_is_as_large_as_promised() -> None:
    sound = [name for name, task in TASKS.items() if not task.planted]
    assert (len(TASKS), len(sound)) == (16, 4)
    assert {path.stem for path in FILES.glob("*.py")} == set(TASKS)
    for name, task in TASKS.items():
        lines = (FILES / f"{name}.py").read_text().splitlines()
        assert 100 <= len(lines) <= 300, name
        for spot in (*task.planted, *task.tempting):
            assert 1 <= spot.first <= spot.last <= len(lines), (name, spot)


def test_prompts_and_queries_are_in_the_published_form() -> None:
    given = json.loads((ROOT / "evals" / "evals.json").read_text())
    assert given["skill_name"] == "python-async-patterns"
    assert [item["files"] for item in given["evals"]] == [[task.file] for task in TASKS.values()]
    assert all({"id", "prompt", "expected_output", "files", "expectations"} == set(item) for item in given["evals"])
    queries = json.loads((ROOT / "evals" / "triggers.json").read_text())
    assert [item["should_trigger"] for item in queries].count(True) == len(queries) / 2 == 12
