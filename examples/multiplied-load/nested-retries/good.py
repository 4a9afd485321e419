r"""One level retries, the one that knows what a failure means.

---
expect:
  metrics:
    calls: "== 30"
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
        *(send_mail(each) for each in customers),  # FIX: one level retries
        return_exceptions=True,
    )


# endregion


async def main() -> None:
    await remind([f"customer {n}" for n in range(10)])
    print(f"metric calls={calls}")


asyncio.run(main())
