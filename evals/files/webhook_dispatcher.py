"""Delivers the events of a shop to the web hooks of its partners.

Partners differ: some answer in milliseconds, some in seconds, and most run on small machines. The contract says
that no partner sees more than ten deliveries at once. An event goes to every partner that subscribed to its kind.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

log = logging.getLogger(__name__)

AT_ONCE = 10  # deliveries to one partner, by contract
ATTEMPTS = 3
PAUSE = 0.5  # seconds before the second attempt, doubled for the third
PATIENCE = 20.0  # seconds for one attempt

Post = Callable[[str, bytes, Mapping[str, str]], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the shop."""

    number: int
    kind: str
    payload: Mapping[str, Any]

    def body(self) -> bytes:
        return json.dumps({"id": self.number, "kind": self.kind, **self.payload}, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class Partner:
    """Who gets events, of which kinds, and with which secret they are signed."""

    name: str
    url: str
    secret: bytes
    kinds: frozenset[str]

    def wants(self, event: Event) -> bool:
        return not self.kinds or event.kind in self.kinds

    def headers(self, event: Event, body: bytes) -> dict[str, str]:
        signature = hmac.new(self.secret, body, hashlib.sha256).hexdigest()
        return {
            "Content-Type": "application/json",
            "X-Event": event.kind,
            "X-Signature": signature,
            "Idempotency-Key": f"{self.name}-{event.number}",
        }


@dataclass(slots=True)
class Outcome:
    """What came of one delivery: the status of the last attempt, 0 where there was no answer."""

    partner: str
    event: int
    status: int
    attempts: int

    @property
    def delivered(self) -> bool:
        return 200 <= self.status < 300


@dataclass
class Dispatcher:
    """Hands events to partners; ``post`` sends one request and returns its status."""

    partners: Sequence[Partner]
    post: Post
    failures: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    async def run(self, events: asyncio.Queue[Sequence[Event]]) -> None:
        """Deliver batch after batch, for ever; a batch holds what happened within one second."""
        while True:
            batch = await events.get()
            try:
                outcomes = await self.deliver_batch(batch)
            finally:
                events.task_done()
            lost = [outcome for outcome in outcomes if not outcome.delivered]
            if lost:
                log.warning("%d of %d deliveries failed", len(lost), len(outcomes))

    async def deliver_batch(self, batch: Sequence[Event]) -> list[Outcome]:
        """Deliver all events of a batch, each to everyone who wants it."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.deliver(event)) for event in batch]
        return [outcome for task in tasks for outcome in task.result()]

    async def deliver(self, event: Event) -> list[Outcome]:
        """Deliver one event to its partners; an unreachable partner does not delay the others."""
        body = event.body()
        places = {partner.name: asyncio.Semaphore(AT_ONCE) for partner in self.partners}
        wanting = [partner for partner in self.partners if partner.wants(event)]
        return await asyncio.gather(*(self._send(p, event, body, places[p.name]) for p in wanting))

    async def _send(self, partner: Partner, event: Event, body: bytes, place: asyncio.Semaphore) -> Outcome:
        outcome = Outcome(partner.name, event.number, 0, 0)
        for attempt in range(ATTEMPTS):
            if attempt:
                await asyncio.sleep(PAUSE * 2 ** (attempt - 1))
            outcome.attempts += 1
            async with place:
                outcome.status = await self._attempt(partner, event, body)
            if outcome.delivered or outcome.status in (400, 401, 403, 404, 410):
                break
        if not outcome.delivered:
            self.failures[partner.name] += 1
        return outcome

    async def _attempt(self, partner: Partner, event: Event, body: bytes) -> int:
        """Return the status of one request, 0 where the partner does not answer."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.post(partner.url, body, partner.headers(event, body))
        except (TimeoutError, OSError) as error:
            log.info("%s does not answer: %r", partner.name, error)
            return 0

    def worst(self, count: int = 3) -> list[tuple[str, int]]:
        """Return the partners with the most failures, for the weekly report."""
        return sorted(self.failures.items(), key=lambda item: -item[1])[:count]


def partners_from(rows: Iterable[Mapping[str, str]]) -> list[Partner]:
    """Read partners from the rows of the administration's table."""
    found = []
    for row in rows:
        kinds = frozenset(kind.strip() for kind in row.get("kinds", "").split(",") if kind.strip())
        found.append(Partner(row["name"], row["url"].rstrip("/"), row["secret"].encode(), kinds))
    return found
