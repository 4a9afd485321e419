r"""A bare except inside a timeout swallows the deadline.

---
failure: silent
expect:
  stdout: |
    primary failed
    price: 42, deadline passed: True
grep:
  - pattern: 'async with [^\n]*\btimeout(_at)?\([^\n]*\n(\s+[^\n]*\n){0,12}?\s+except(\s*:|\b[^\n:]*\b(BaseException|CancelledError)\b)[^\n]*\n([ \t]+([^\sr]|r[^a\s])[^\n]*\n)+?([ \t]*\n|\S|\z|[ \t]+(else|except|finally)\b)'
    multiline: true
innocent: "the handler ends in raise, or stands around the block"
symptom: [not-stopped]
lint: [ruff:E722, flake8-async:ASYNC103, pylint:bare-except]
---
"""

import asyncio

BUDGET = 0.02  # seconds for all replicas together


async def read_price(replica: str) -> int:
    if replica == "primary":
        await asyncio.Event().wait()  # this replica never answers
    await asyncio.sleep(BUDGET)
    return 42


# region snippet
async def main() -> None:
    price = None
    try:
        async with asyncio.timeout(BUDGET) as deadline:
            for replica in ("primary", "standby"):
                try:
                    price = await read_price(replica)
                except:  # BUG: the deadline arrives as CancelledError
                    print(f"{replica} failed")
    except TimeoutError:
        print("no price in time")
    print(f"price: {price}, deadline passed: {deadline.expired()}")


# endregion


asyncio.run(main())
