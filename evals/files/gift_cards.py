"""Gift cards: sold with a balance, and redeemed in parts.

The balances live in a key-value store that other services read. Every movement is written to the ledger, which
the accountants read; a movement without a line there is worse than a refused one.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

log = logging.getLogger(__name__)

CODE = re.compile(r"[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}")
HIGHEST = 50_000  # cents on one card


class Refused(ValueError):
    """A card cannot be used as asked; the text is for the customer."""


class Storage(Protocol):
    """Balances by card, in cents. Each call is a round trip."""

    async def read(self, code: str) -> int | None: ...

    async def write(self, code: str, cents: int) -> None: ...


class Ledger(Protocol):
    """Where movements are recorded, in the order of their time."""

    async def append(self, line: str) -> int: ...


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a customer gets for a redemption."""

    code: str
    paid: int
    left: int
    entry: int

    def text(self) -> str:
        return f"{self.paid / 100:.2f} paid with {self.code}, {self.left / 100:.2f} left"


@dataclass(frozen=True, slots=True)
class Policy:
    """Which cards a shop takes; blocked ones by code, with the reason."""

    blocked: Mapping[str, str] = field(default_factory=dict)
    smallest: int = 1

    def check(self, code: str, cents: int) -> None:
        if not CODE.fullmatch(code):
            raise Refused("this is no gift card")
        if code in self.blocked:
            raise Refused(f"this card is blocked: {self.blocked[code]}")
        if cents < self.smallest:
            raise Refused("nothing to pay")


@dataclass
class Desk:
    """What the cash points call."""

    storage: Storage
    ledger: Ledger
    policy: Policy = field(default_factory=Policy)
    _selling: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def sell(self, code: str, cents: int) -> None:
        """Load a new card; the same code is never sold twice."""
        code = code.upper()
        self.policy.check(code, cents)
        if cents > HIGHEST:
            raise Refused(f"at most {HIGHEST / 100:.2f}")
        async with self._selling:
            if await self.storage.read(code) is not None:
                raise Refused("this card was sold before")
            await self._record("sold", code, cents)
            await self.storage.write(code, cents)

    async def balance(self, code: str) -> int:
        """Return what is left on a card, in cents."""
        return (await self._card(code.upper())).cents

    async def redeem(self, code: str, cents: int) -> Receipt:
        """Pay with a card: all of the sum, or as much as there is."""
        code = code.upper()
        self.policy.check(code, cents)
        card = await self._card(code)
        if card.empty:
            raise Refused("this card is empty")
        paid = min(cents, card.cents)
        entry = await self._record("redeemed", code, paid)
        await self.storage.write(code, card.cents - paid)
        return Receipt(code, paid, card.cents - paid, entry)

    async def redeem_several(self, codes: list[str], cents: int) -> list[Receipt]:
        """Pay with several cards, in the order in which the customer put them down."""
        receipts: list[Receipt] = []
        for code in codes:
            due = cents - sum(receipt.paid for receipt in receipts)
            if due <= 0:
                break
            receipts.append(await self.redeem(code, due))
        return receipts

    async def _card(self, code: str) -> Card:
        cents = await self.storage.read(code)
        if cents is None:
            raise Refused("this card was never sold")
        return Card(code, cents)

    async def _record(self, what: str, code: str, cents: int) -> int:
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        entry = await self.ledger.append(f"{stamp} {what} {code} {cents}")
        log.info("%s %s %d: entry %d", what, code, cents, entry)
        return entry


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it was read from the storage."""

    code: str
    cents: int

    @property
    def empty(self) -> bool:
        return self.cents <= 0
