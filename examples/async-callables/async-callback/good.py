r"""The coroutine that waits for the task runs what follows it.

---
expect:
  stdout: |
    mailed: ['receipt for order 7']
---
"""

import asyncio

mailed: list[str] = []


async def charge(order: str) -> str:
    await asyncio.sleep(0)  # the bank answers
    return f"receipt for {order}"


# region snippet
async def mail_receipt(charging: asyncio.Task[str]) -> None:
    mailed.append(charging.result())


async def check_out(order: str) -> None:
    charging = asyncio.create_task(charge(order))
    await asyncio.wait([charging])
    await mail_receipt(charging)  # FIX: runs here, and its error is seen


# endregion


async def main() -> None:
    await check_out("order 7")
    await asyncio.sleep(0)  # the callbacks have been called
    print("mailed:", mailed)


asyncio.run(main())
