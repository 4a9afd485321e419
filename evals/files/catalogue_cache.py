"""A read-through cache in front of the product catalogue.

Many requests ask for the same product at the same time, above all after a mailing. The catalogue is slow and
bills by call, so one load serves all that wait for it, and a value is good for some minutes.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

FRESH_FOR = 300.0  # seconds
LARGEST = 10_000  # products


class UnknownProduct(LookupError):
    """The catalogue has no product with this number."""


@dataclass(frozen=True, slots=True)
class Product:
    """What a shop page shows of a product."""

    sku: str
    title: str
    cents: int
    tags: tuple[str, ...] = ()

    @property
    def price(self) -> str:
        return f"{self.cents // 100}.{self.cents % 100:02d}"


@dataclass(slots=True)
class Stored:
    """A product and the time from which it is too old."""

    product: Product
    stale_at: float


@dataclass(slots=True)
class Statistics:
    """What the status page shows."""

    hits: int = 0
    misses: int = 0
    joined: int = 0
    failures: int = 0
    evicted: int = 0

    @property
    def hit_rate(self) -> float:
        asked = self.hits + self.misses + self.joined
        return self.hits / asked if asked else 0.0


@dataclass
class CatalogueCache:
    """Products by number; ``load`` asks the catalogue and raises UnknownProduct where there is none."""

    load: Callable[[str], Awaitable[Product]]
    clock: Callable[[], float] = time.monotonic
    statistics: Statistics = field(default_factory=Statistics)
    _stored: dict[str, Stored] = field(default_factory=dict)
    _loading: dict[str, asyncio.Future[Product]] = field(default_factory=dict)

    async def get(self, sku: str) -> Product:
        """Return a product: from memory, from a load that is under way, or from a load of its own."""
        sku = sku.strip().upper()
        found = self._fresh(sku)
        if found is not None:
            self.statistics.hits += 1
            return found
        under_way = self._loading.get(sku)
        if under_way is not None:
            self.statistics.joined += 1
            return await asyncio.shield(under_way)
        self.statistics.misses += 1
        return await self._lead(sku)

    async def get_many(self, skus: Iterable[str]) -> dict[str, Product]:
        """Return what there is of the given products; unknown ones are left out."""
        wanted = list(dict.fromkeys(skus))
        answers = await asyncio.gather(*(self.get(sku) for sku in wanted), return_exceptions=True)
        found: dict[str, Product] = {}
        for sku, answer in zip(wanted, answers, strict=True):
            if isinstance(answer, UnknownProduct):
                log.info("no product %s", sku)
            elif isinstance(answer, BaseException):
                raise answer
            else:
                found[sku] = answer
        return found

    def forget(self, sku: str) -> None:
        """Drop a product whose price was changed by hand."""
        self._stored.pop(sku.strip().upper(), None)

    def describe(self) -> str:
        """Return one line for the status page."""
        numbers = self.statistics
        return f"{len(self._stored)} products, {numbers.hit_rate:.0%} hits, {numbers.failures} failures"

    def _fresh(self, sku: str) -> Product | None:
        stored = self._stored.get(sku)
        if stored is None or stored.stale_at <= self.clock():
            return None
        return stored.product

    async def _lead(self, sku: str) -> Product:
        """Load a product for all that ask meanwhile."""
        answer: asyncio.Future[Product] = asyncio.get_running_loop().create_future()
        self._loading[sku] = answer
        try:
            product = await self.load(sku)
        except Exception as error:
            self.statistics.failures += 1
            answer.set_exception(error)
            answer.exception()  # the leader raises it, a follower need not exist
            raise
        else:
            self._keep(sku, product)
            answer.set_result(product)
            return product
        finally:
            self._loading.pop(sku, None)

    def _keep(self, sku: str, product: Product) -> None:
        while len(self._stored) >= LARGEST:
            oldest = next(iter(self._stored))
            del self._stored[oldest]
            self.statistics.evicted += 1
        self._stored[sku] = Stored(product, self.clock() + FRESH_FOR)
