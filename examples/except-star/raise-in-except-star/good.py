r"""except ExceptionGroup with subgroup can raise one error, whatever else failed.

---
expect:
  stdout: |
    503 try again later
    503 try again later
---
"""

import asyncio


class Unavailable(Exception):
    pass


async def ask(part: str, fault: Exception | None) -> None:
    if fault:
        raise fault


# region snippet
async def quote(stock: Exception | None, price: Exception | None) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ask("stock", stock))
            group.create_task(ask("price", price))
    except ExceptionGroup as failed:
        if failed.subgroup(ConnectionError):
            raise Unavailable("stock") from failed  # FIX: one error, all as its cause
        raise


async def handle_request(*faults: Exception | None) -> None:
    try:
        await quote(*faults)
    except Unavailable:
        print("503 try again later")


# endregion


async def main() -> None:
    await handle_request(ConnectionError("refused"), None)
    await handle_request(ConnectionError("refused"), ValueError("no such price"))


asyncio.run(main())
