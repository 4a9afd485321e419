"""Lets plugins, which are ordinary synchronous code in threads, use the coroutines of a service.

The service runs one event loop in its main thread. Each plugin runs in a thread of its own and calls the host's
methods, which must never be called from the event loop's thread.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")

ANSWER_LIMIT = 10.0  # seconds that a plugin waits for the service


class Service(Protocol):
    """What plugins may use."""

    async def lookup(self, key: str) -> str | None: ...

    async def publish(self, topic: str, text: str) -> None: ...


class HostStopped(RuntimeError):
    """The service is going down and answers no plugin."""


@dataclass
class PluginHost:
    """What a plugin gets: synchronous methods that run on the service's loop."""

    service: Service
    loop: asyncio.AbstractEventLoop
    _listeners: list[Callable[[str], None]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def lookup(self, key: str) -> str | None:
        """Return what the service knows of a key; TimeoutError where it does not answer."""
        return self._ask(self.service.lookup(key))

    def publish(self, topic: str, text: str) -> None:
        """Publish a text and wait until the service has taken it."""
        self._ask(self.service.publish(topic, text))

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with every notice of the service, on a thread of the default pool."""
        with self._lock:
            self._listeners.append(listener)

    async def notify(self, text: str) -> None:
        """Hand a notice to all listeners, side by side; one that fails is logged."""
        with self._lock:  # held for no await, and by plugins for no longer than an append
            listeners = list(self._listeners)
        answers = await asyncio.gather(
            *(asyncio.to_thread(listener, text) for listener in listeners), return_exceptions=True
        )
        for listener, answer in zip(listeners, answers, strict=True):
            if isinstance(answer, Exception):
                log.error("%r failed", listener, exc_info=answer)
            elif isinstance(answer, BaseException):
                raise answer

    def stop(self) -> None:
        """Answer no plugin any more; called on the loop's thread when the service stops."""
        self._stopped.set()

    def _ask(self, coroutine: Coroutine[Any, Any, T]) -> T:
        if self._stopped.is_set():
            coroutine.close()
            raise HostStopped("the service is going down")
        try:
            answer: Future[T] = asyncio.run_coroutine_threadsafe(coroutine, self.loop)
        except RuntimeError as error:  # the loop is closed
            coroutine.close()
            raise HostStopped("the service is down") from error
        try:
            return answer.result(ANSWER_LIMIT)
        except TimeoutError:
            answer.cancel()
            raise
        except CancelledError as error:
            raise HostStopped("the service is going down") from error


def run_plugin(host: PluginHost, plugin: Callable[[PluginHost], None]) -> threading.Thread:
    """Start a plugin in a daemon thread: the process does not wait for plugins."""

    def body() -> None:
        try:
            plugin(host)
        except HostStopped:
            log.info("%s ended with the service", threading.current_thread().name)
        except Exception:
            log.exception("%s failed", threading.current_thread().name)

    thread = threading.Thread(target=body, name=f"plugin-{plugin.__name__}", daemon=True)
    thread.start()
    return thread
