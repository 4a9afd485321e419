r"""A limit for each step lies inside a budget for all, and the nearer deadline wins.

---
expect:
  stdout: |
    primary: no answer within its limit
    standby: 42
    budget spent: True
---
"""

import asyncio


async def read_stock(replica: str) -> int:
    if replica == "primary":
        await asyncio.Event().wait()  # this replica never answers
    return 42


# region snippet
async def stock(budget: float, limit: float) -> str:
    overall = asyncio.timeout(budget)
    try:
        async with overall:
            for replica in ("primary", "standby"):
                try:
                    async with asyncio.timeout(limit):
                        return f"{replica}: {await read_stock(replica)}"
                except TimeoutError:
                    print(f"{replica}: no answer within its limit")
        return "no replica answers"
    except TimeoutError:
        return f"budget spent: {overall.expired()}"


async def main() -> None:
    print(await stock(budget=5, limit=0.02))  # seconds
    print(await stock(budget=0.02, limit=5))


# endregion


asyncio.run(main())
