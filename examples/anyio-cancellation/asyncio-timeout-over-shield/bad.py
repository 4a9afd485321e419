r"""A shielded scope of anyio does not stop a cancellation by asyncio.

---
failure: silent
expect:
  stdout: |
    booked: ['order']
requires: {packages: [anyio]}
symptom: [wrong-data, lost-work]
grep:
  none: "asyncio.timeout, wait_for or task.cancel() around code that relies on anyio.CancelScope(shield=True)"
lint: []
---
"""

import asyncio

import anyio


# region snippet
async def commit(booked: list[str]) -> None:
    with anyio.CancelScope(shield=True):
        booked.append("order")
        await anyio.sleep(0.05)  # the network
        booked.append("stock")


async def check_out(booked: list[str]) -> None:
    async with asyncio.timeout(0.01):  # BUG: cancels through anyio's shield
        await commit(booked)


# endregion


async def main() -> None:
    booked: list[str] = []
    try:
        await check_out(booked)
    except TimeoutError:
        pass
    print("booked:", booked)


anyio.run(main)
