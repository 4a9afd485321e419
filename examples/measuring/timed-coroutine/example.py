r"""One timer for coroutines and blocks, which also times what fails or is cancelled.

---
expect:
  stdout: |
    reserved
    charge failed: bank is down
    courier did not answer
    timed: reserve, charge, ship
---
"""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

timings: list[tuple[str, float]] = []  # name, seconds


# region snippet
@asynccontextmanager
async def timed(name: str) -> AsyncGenerator[None]:
    started = time.perf_counter()
    try:
        yield
    finally:  # reached by a return, an exception, a cancellation
        timings.append((name, time.perf_counter() - started))


@timed("charge")  # the same definition as a decorator
async def charge(order: str) -> None:
    await asyncio.sleep(0)  # asks the bank
    raise ConnectionError("bank is down")


async def check_out(order: str) -> None:
    async with timed("reserve"):
        await asyncio.sleep(0)  # asks the warehouse
        print("reserved")
    try:
        await charge(order)
    except ConnectionError as error:
        print("charge failed:", error)
    try:
        async with asyncio.timeout(0.02), timed("ship"):
            await asyncio.Event().wait()  # a courier who never comes
    except TimeoutError:
        print("courier did not answer")


# endregion


asyncio.run(check_out("order-7"))
print("timed:", ", ".join(name for name, seconds in timings if seconds > 0))
