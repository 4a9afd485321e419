r"""gather runs several coroutines at once and returns results in argument order.

---
expect:
  stdout: |
    balance answered
    orders answered
    customer answered
    ['customer 7', '3 orders', '12 EUR']
    none: []
---
"""

import asyncio


async def ask(service: str, answer: str, turns: int) -> str:
    for _ in range(turns):
        await asyncio.sleep(0)  # the service needs its time
    print(service, "answered")
    return answer


# region snippet
async def main() -> None:
    results = await asyncio.gather(
        ask("customer", "customer 7", turns=3),
        ask("orders", "3 orders", turns=2),
        ask("balance", "12 EUR", turns=1),
    )
    print(results)
    print("none:", await asyncio.gather())


# endregion


asyncio.run(main())
