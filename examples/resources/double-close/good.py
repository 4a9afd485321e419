r"""A finally alone gives every resource back once, whatever happened.

---
expect:
  stdout: |
    failed: bank is down
    free: ['link 1']
---
"""

import asyncio

free = ["link 1"]


async def acquire() -> str:
    await asyncio.sleep(0)  # waits for a free link
    return free.pop()


async def release(link: str) -> None:
    await asyncio.sleep(0)  # resets the link
    free.append(link)


async def charge(order: str, link: str) -> None:
    raise ConnectionError("bank is down")


# region snippet
async def charge_all(orders: list[str]) -> None:
    links: list[str] = []
    try:
        for order in orders:
            links.append(await acquire())
            await charge(order, links[-1])
    finally:
        await asyncio.gather(*[release(link) for link in links])  # FIX: the only place


# endregion


async def main() -> None:
    try:
        await charge_all(["order 7", "order 8"])
    except ConnectionError as error:
        print("failed:", error)
    print("free:", free)


asyncio.run(main())
