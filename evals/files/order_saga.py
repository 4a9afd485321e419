"""Places an order in steps that each have a way back.

Stock is reserved, the card is charged, the parcel is booked. Where a step fails, the steps before it are taken back,
in reverse order, so that nothing stays reserved or charged for an order that does not exist.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

log = logging.getLogger(__name__)

PATIENCE = 8.0  # seconds that a customer waits for the answer


class State(StrEnum):
    """What became of an order."""

    PLACED = "placed"
    REFUSED = "refused"
    LATE = "late"


class OutOfStock(Exception):
    """An article is sold out."""


class CardDeclined(Exception):
    """The bank refuses the charge."""


class Warehouse(Protocol):
    """Reservations are kept until they are shipped or freed."""

    async def reserve(self, sku: str, count: int) -> str: ...

    async def free(self, reservation: str) -> None: ...


class Bank(Protocol):
    """Charges are booked at once; a refund is a booking of its own."""

    async def charge(self, card: str, cents: int) -> str: ...

    async def refund(self, charge: str) -> None: ...


class Carrier(Protocol):
    """Books a parcel, which takes some seconds on a busy day."""

    async def book(self, address: str, grams: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Order:
    """What a customer wants."""

    number: int
    items: Mapping[str, int]
    cents: int
    card: str
    address: str
    grams: int = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What the customer is told."""

    order: int
    state: State
    text: str
    parcel: str = ""


Undo = Callable[[], Awaitable[None]]


@dataclass
class Desk:
    """Places orders."""

    warehouse: Warehouse
    bank: Bank
    carrier: Carrier
    patience: float = PATIENCE
    answers: dict[int, Answer] = field(default_factory=dict)

    async def place(self, order: Order) -> Answer:
        """Place an order and say what became of it; the same number twice gets the same answer."""
        if known := self.answers.get(order.number):
            return known
        try:
            async with asyncio.timeout(self.patience):
                parcel = await self._steps(order)
            answer = Answer(order.number, State.PLACED, "thank you", parcel)
        except OutOfStock as error:
            answer = Answer(order.number, State.REFUSED, f"sold out: {error}")
        except CardDeclined:
            answer = Answer(order.number, State.REFUSED, "your bank declined the charge")
        except TimeoutError:
            answer = Answer(order.number, State.LATE, "this takes too long today, nothing was ordered")
        self.answers[order.number] = answer
        return answer

    async def _steps(self, order: Order) -> str:
        """Go through the steps; on a failure take back what was done and raise it."""
        undo: list[Undo] = []
        try:
            for sku, count in order.items.items():
                reservation = await self.warehouse.reserve(sku, count)
                undo.append(lambda reservation=reservation: self.warehouse.free(reservation))
            charge = await self.bank.charge(order.card, order.cents)
            undo.append(lambda: self.bank.refund(charge))
            return await self.carrier.book(order.address, order.grams)
        except Exception as error:
            log.warning("order %d: %r, taking back %d steps", order.number, error, len(undo))
            await self._take_back(order, undo)
            raise

    async def _take_back(self, order: Order, undo: Sequence[Undo]) -> None:
        """Undo the steps from the last to the first; one that fails does not stop the others."""
        for step in reversed(undo):
            try:
                await step()
            except OSError:
                log.exception("order %d: a step could not be taken back, write to accounting", order.number)
