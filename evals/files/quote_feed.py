"""Reads the quotes of an exchange, line by line over TCP, and keeps the latest of each symbol.

A line is ``SYMBOL PRICE SIZE``. The exchange sends a heartbeat, an empty line, every second; a feed that is
silent for longer than that is dead, and another connection is made.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

log = logging.getLogger(__name__)

SILENCE = 3.0  # seconds without a line after which a feed is dead
LONGEST_PAUSE = 30.0  # seconds between two attempts to connect
LINE_LIMIT = 256  # bytes


class FeedLost(ConnectionError):
    """The exchange closed the connection or fell silent."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The last price at which a symbol was traded."""

    symbol: str
    price: Decimal
    size: int

    @classmethod
    def parse(cls, line: bytes) -> Quote:
        """Read one line; ValueError for anything that is no quote."""
        try:
            symbol, price, size = line.decode("ascii").split()
            return cls(symbol, Decimal(price), int(size))
        except (UnicodeDecodeError, InvalidOperation) as error:
            raise ValueError(f"no quote: {line!r}") from error


@dataclass
class Feed:
    """One connection to the exchange."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    silence: float = SILENCE
    garbled: int = 0

    @classmethod
    async def connect(cls, host: str, port: int, silence: float = SILENCE) -> Feed:
        reader, writer = await asyncio.open_connection(host, port, limit=LINE_LIMIT)
        return cls(reader, writer, silence)

    async def quotes(self) -> AsyncIterator[Quote]:
        """Yield quotes as they come; FeedLost where the exchange is gone or silent."""
        try:
            while True:
                async with asyncio.timeout(self.silence):
                    line = await self.reader.readline()
                    if not line:
                        raise FeedLost("connection closed")
                    if line.strip():
                        try:
                            quote = Quote.parse(line)
                        except ValueError:
                            self.garbled += 1
                            continue
                        yield quote
        except TimeoutError as error:
            raise FeedLost(f"silent for {self.silence:g} s") from error

    async def close(self) -> None:
        self.writer.close()
        try:
            await self.writer.wait_closed()
        except OSError as error:
            log.debug("closing: %r", error)


@dataclass
class Board:
    """The latest quotes, and whoever wants to hear of each."""

    listeners: list[Callable[[Quote], Awaitable[None]]] = field(default_factory=list)
    latest: dict[str, Quote] = field(default_factory=dict)
    seen: int = 0

    async def put(self, quote: Quote) -> None:
        """Store a quote and tell the listeners, one after the other: each must see the quotes in order."""
        self.latest[quote.symbol] = quote
        self.seen += 1
        for listener in self.listeners:
            try:
                await listener(quote)
            except Exception:
                log.exception("a listener failed on %s", quote.symbol)

    def price(self, symbol: str) -> Decimal | None:
        quote = self.latest.get(symbol.upper())
        return quote.price if quote else None


@dataclass
class Reader:
    """Fills a board from an exchange, and connects again for ever."""

    board: Board
    connect: Callable[[], Awaitable[Feed]]
    lost: int = 0
    _failures: int = 0

    async def run(self) -> None:
        """Read until cancelled."""
        while True:
            try:
                await self._read_once()
            except (FeedLost, OSError) as error:
                self.lost += 1
                log.warning("feed lost: %s", error)
            await asyncio.sleep(self._pause())

    async def _read_once(self) -> None:
        self._failures += 1
        feed = await self.connect()
        try:
            async for quote in feed.quotes():
                self._failures = 0
                await self.board.put(quote)
        finally:
            await feed.close()

    def _pause(self) -> float:
        return min(LONGEST_PAUSE, 0.1 * 2 ** min(self._failures, 10)) if self._failures else 0.0
