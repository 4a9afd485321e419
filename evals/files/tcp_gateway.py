"""Forwards TCP connections to a backend, and counts what passes.

Clients speak a protocol in which either side may end its half of the conversation first, so the halves are
forwarded on their own.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

CHUNK = 65_536  # bytes
CONNECT_LIMIT = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Backend:
    """Where connections go."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Backend:
        """Read ``host:port``."""
        host, colon, port = text.rpartition(":")
        if not colon or not port.isdigit():
            raise ValueError(f"no host:port: {text!r}")
        return cls(host.strip("[]"), int(port))

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may connect; an empty list allows everybody."""

    networks: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network] = ()

    def admit(self, address: str) -> bool:
        if not self.networks:
            return True
        found = ipaddress.ip_address(address)
        return any(found in network for network in self.networks)


@dataclass(slots=True)
class Traffic:
    """What the gateway has forwarded."""

    opened: int = 0
    refused: int = 0
    open_now: int = 0
    bytes_in: int = 0
    bytes_out: int = 0


@dataclass
class Gateway:
    """Listens, and forwards to a backend."""

    backend: Backend
    rules: Rules = field(default_factory=Rules)
    traffic: Traffic = field(default_factory=Traffic)
    _server: asyncio.Server | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Listen; return the port."""
        self._server = await asyncio.start_server(self._serve, host, port)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Take no more connections."""
        if self._server:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = writer.get_extra_info("peername")[0]
        if not self.rules.admit(address):
            self.traffic.refused += 1
            log.info("refused %s", address)
            await self._close(writer)
            return
        self.traffic.opened += 1
        self.traffic.open_now += 1
        try:
            await self._connect_and_forward(reader, writer)
        except (OSError, TimeoutError) as error:
            log.info("%s: %r", address, error)
            await self._close(writer)
        finally:
            self.traffic.open_now -= 1

    async def _connect_and_forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(CONNECT_LIMIT):
            backend_reader, backend_writer = await asyncio.open_connection(self.backend.host, self.backend.port)
        log.debug("connected to %s", self.backend)
        outward = self._forward(reader, backend_writer)
        inward = self._forward(backend_reader, writer)
        self._count(*await asyncio.gather(outward, inward))
        await self._close(backend_writer)
        await self._close(writer)

    async def _forward(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> int:
        """Copy one half until it ends, then end the other side's; return the bytes."""
        passed = 0
        while data := await source.read(CHUNK):
            target.write(data)
            await target.drain()
            passed += len(data)
        if target.can_write_eof():
            target.write_eof()
        return passed

    def _count(self, outward: int, inward: int) -> None:
        self.traffic.bytes_out += outward
        self.traffic.bytes_in += inward

    async def _close(self, writer: asyncio.StreamWriter) -> None:
        writer.close()
        try:
            await writer.wait_closed()
        except OSError as error:
            log.debug("closing: %r", error)
