r"""An await of something that never suspends gives no other task a turn.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: ["waiting for orders"]
grep:
  pattern: '^[ \t]+while (not )?\(?await [\w.]+\([^\n]*:[^\n]*\n[ \t]+(pass|continue)\b'
  multiline: true
  hits: ["    while not (await self.ready()):\n        continue\n"]
innocent: "what is awaited always waits for something: I/O, a sleep"
symptom: [frozen, hang, ctrl-c-ignored]
lint: []
---
"""

import asyncio

orders: list[str] = []


async def receive() -> None:
    await asyncio.sleep(0.01)  # the shop sends an order
    orders.append("order-7")


# region snippet
async def has_orders() -> bool:
    return bool(orders)


async def main() -> None:
    shop = asyncio.create_task(receive())
    print("waiting for orders")
    async with asyncio.timeout(0.2):
        while not await has_orders():  # BUG: nothing in it ever suspends
            pass
    await shop
    print("received", orders)


# endregion


asyncio.run(main())
