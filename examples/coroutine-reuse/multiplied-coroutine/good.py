r"""A comprehension calls the function once for each worker.

---
expect:
  stdout: |
    8 orders, packed: [2, 2, 2, 2]
    most at once: 4
---
"""

import asyncio

running = most = 0


# region snippet
async def pack(orders: list[str]) -> int:
    packed = 0
    while orders:
        await box(orders.pop())
        packed += 1
    return packed


async def main() -> None:
    orders = [f"order {number}" for number in range(8)]
    packed = await asyncio.gather(*(pack(orders) for _ in range(4)))  # FIX: four calls
    print("8 orders, packed:", packed)


# endregion


async def box(order: str) -> None:
    global running, most
    running += 1
    most = max(most, running)
    await asyncio.sleep(0)
    running -= 1


asyncio.run(main())
print("most at once:", most)
