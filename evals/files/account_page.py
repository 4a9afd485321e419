"""Puts together what the account page of a customer shows.

Each part comes from a service of its own, which answers in 20 to 200 ms. The page has a budget of 300 ms; a part that
fails is shown as unavailable and does not spoil the page.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class Unavailable(Exception):
    """A service did not answer as it should."""


class Services(Protocol):
    """The services behind the page; every method is one HTTP request."""

    async def profile(self, customer: int) -> dict[str, Any]: ...

    async def orders(self, customer: int, count: int) -> list[dict[str, Any]]: ...

    async def parcel(self, order: int) -> dict[str, Any]: ...

    async def points(self, customer: int) -> int: ...

    async def offers(self, segment: str) -> list[str]: ...

    async def avatar(self, name: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order with the state of its parcel."""

    number: int
    total: str
    state: str
    expected: str = ""


@dataclass(slots=True)
class Header:
    """The upper part of the page."""

    name: str = "dear customer"
    picture: bytes = b""
    points: int | None = None


@dataclass(slots=True)
class Page:
    """The whole page; ``missing`` names the parts that are unavailable."""

    header: Header = field(default_factory=Header)
    orders: list[OrderLine] = field(default_factory=list)
    offers: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not self.missing


@dataclass
class AccountPage:
    """Builds pages; one object serves all requests."""

    services: Services
    orders_shown: int = 5

    async def build(self, customer: int) -> Page:
        """Return the page of a customer, with whatever can be had."""
        page = Page()
        profile = await self._part(page, "profile", self.services.profile(customer), {})
        page.header = await self._header(page, customer, profile)
        page.orders = await self._orders(page, customer)
        segment = str(profile.get("segment", "all"))
        page.offers = await self._part(page, "offers", self.services.offers(segment), [])
        return page

    async def _header(self, page: Page, customer: int, profile: dict[str, Any]) -> Header:
        header = Header(name=str(profile.get("name", "dear customer")))
        if picture := profile.get("picture"):
            header.picture = await self._part(page, "picture", self.services.avatar(str(picture)), b"")
        header.points = await self._part(page, "points", self.services.points(customer), None)
        return header

    async def _orders(self, page: Page, customer: int) -> list[OrderLine]:
        found = await self._part(page, "orders", self.services.orders(customer, self.orders_shown), [])
        lines = await asyncio.gather(*(self._line(page, order) for order in found))
        return sorted(lines, key=lambda line: -line.number)

    async def _line(self, page: Page, order: dict[str, Any]) -> OrderLine:
        number, total = int(order["number"]), f"{order['cents'] / 100:.2f}"
        if order.get("state") in ("cancelled", "paid"):
            return OrderLine(number, total, str(order["state"]))
        parcel = await self._part(page, f"parcel {number}", self.services.parcel(number), {})
        return OrderLine(number, total, str(parcel.get("state", "on its way")), str(parcel.get("expected", "")))

    async def _part(self, page: Page, name: str, answer: Awaitable[T], otherwise: T) -> T:
        """Await a part; note it as missing and return ``otherwise`` where its service fails."""
        try:
            return await answer
        except (Unavailable, OSError, TimeoutError) as error:
            log.warning("%s: %r", name, error)
            page.missing.append(name)
            return otherwise


def render(page: Page, template: Callable[..., str]) -> str:
    """Return the page as HTML."""
    rows: Sequence[str] = [f"{line.number} {line.total} {line.state} {line.expected}".rstrip() for line in page.orders]
    return template(name=page.header.name, points=page.header.points, orders=rows, offers=page.offers)
