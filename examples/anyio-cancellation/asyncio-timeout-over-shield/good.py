r"""A time limit of anyio respects the shielded scope.

---
expect:
  stdout: |
    booked: ['order', 'stock']
requires: {packages: [anyio]}
---
"""

import anyio


# region snippet
async def commit(booked: list[str]) -> None:
    with anyio.CancelScope(shield=True):
        booked.append("order")
        await anyio.sleep(0.05)  # the network
        booked.append("stock")


async def check_out(booked: list[str]) -> None:
    with anyio.fail_after(0.01):  # FIX: stops at anyio's shield
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
