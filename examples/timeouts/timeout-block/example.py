r"""A block with a deadline tells its own expiry from a TimeoutError of the work.

---
expect:
  stdout: |
    local: 12 EUR
    overseas: no answer within the limit
    express: failed, connection to express timed out
---
"""

import asyncio

LIMIT = 0.02  # seconds for one carrier


async def ask(carrier: str) -> str:
    if carrier == "overseas":
        await asyncio.Event().wait()  # this carrier never answers
    if carrier == "express":
        raise TimeoutError(f"connection to {carrier} timed out")
    return "12 EUR"


# region snippet
async def quote(carrier: str) -> str:
    deadline = asyncio.timeout(LIMIT)
    try:
        async with deadline:
            return await ask(carrier)
    except TimeoutError as error:
        if deadline.expired():
            return "no answer within the limit"
        return f"failed, {error}"


async def main() -> None:
    for carrier in ("local", "overseas", "express"):
        print(f"{carrier}: {await quote(carrier)}")


# endregion


asyncio.run(main())
