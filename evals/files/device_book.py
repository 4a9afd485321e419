"""Keeps which devices are connected, and hands messages to them.

A device that connects again replaces its old connection. Each connection has a writer task of its own, so a slow
device does not delay the others; a device that is too slow is dropped.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

BACKLOG = 100  # messages that wait for one device
SEND_LIMIT = 5.0  # seconds for one message

Send = Callable[[str], Awaitable[None]]


@dataclass(eq=False)
class Link:
    """A connection of a device: its queue and the task that empties it."""

    device: str
    send: Send
    waiting: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(BACKLOG))
    task: asyncio.Task[None] | None = None
    sent: int = 0

    async def run(self) -> None:
        """Send what waits, in order, until cancelled or the device fails."""
        while True:
            text = await self.waiting.get()
            async with asyncio.timeout(SEND_LIMIT):
                await self.send(text)
            self.sent += 1


@dataclass
class DeviceBook:
    """The connected devices."""

    links: dict[str, Link] = field(default_factory=dict)
    dropped: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)  # also of links that are ended already

    def connect(self, device: str, send: Send) -> Link:
        """Take in a connection; an older one of the same device is ended."""
        old = self.links.get(device)
        link = Link(device, send)
        self.links[device] = link  # no await between the two: nobody sees the book half changed
        link.task = asyncio.create_task(link.run(), name=f"device-{device}")
        self._tasks.add(link.task)
        link.task.add_done_callback(lambda task: self._ended(link, task))
        if old and old.task:
            old.task.cancel()  # the old connection is gone, whatever waits for it is stale
        return link

    def post(self, device: str, text: str) -> bool:
        """Queue a message; return whether the device is there and not too slow."""
        link = self.links.get(device)
        if link is None:
            return False
        try:
            link.waiting.put_nowait(text)
        except asyncio.QueueFull:
            log.warning("%s is too slow", device)
            self.dropped += 1
            self._drop(link)
            return False
        return True

    def broadcast(self, text: str) -> int:
        """Queue a message for every device; return how many took it."""
        return sum(self.post(device, text) for device in list(self.links))

    def describe(self) -> str:
        """Return one line for the status page."""
        waiting = sum(link.waiting.qsize() for link in self.links.values())
        return f"{len(self.links)} devices, {waiting} messages wait, {self.dropped} dropped"

    async def close(self) -> None:
        """End all connections and wait for their tasks; nobody connects any more by then."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)  # errors are logged by _ended

    def _drop(self, link: Link) -> None:
        if self.links.get(link.device) is link:
            del self.links[link.device]
        if link.task:
            link.task.cancel()

    def _ended(self, link: Link, task: asyncio.Task[None]) -> None:
        """Forget a connection whose task ended, and log why, unless it was cancelled."""
        self._tasks.discard(task)
        if self.links.get(link.device) is link:
            del self.links[link.device]
        if not task.cancelled() and (error := task.exception()):
            log.info("%s lost after %d messages: %r", link.device, link.sent, error)
