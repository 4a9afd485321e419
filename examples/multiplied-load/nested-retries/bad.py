r"""Retries at two levels multiply, and so does the load on a service that is down.

---
failure: silent
symptom: [over-limit, slow-under-load]
expect:
  metrics:
    calls: "== 90"
grep: {none: "a retry decorator or loop around a call that is itself retried (client, transport, caller), in a fan-out"}
lint: []
---
"""

import asyncio
from collections.abc import Awaitable, Callable

calls = 0


async def send(customer: str) -> None:
    global calls
    calls += 1
    await asyncio.sleep(0)
    raise ConnectionError("mail server down")


async def retried(work: Callable[[str], Awaitable[None]], customer: str) -> None:
    for pause in (0.001, 0.002):
        try:
            return await work(customer)
        except ConnectionError:
            await asyncio.sleep(pause)
    return await work(customer)


# region snippet
async def send_mail(customer: str) -> None:
    await retried(send, customer)  # three tries


async def remind(customers: list[str]) -> None:
    await asyncio.gather(
        *(retried(send_mail, each) for each in customers),  # BUG: three times three
        return_exceptions=True,
    )


# endregion


async def main() -> None:
    await remind([f"customer {n}" for n in range(10)])
    print(f"metric calls={calls}")


asyncio.run(main())
