r"""One task is started before the tries, and every try waits for it.

---
expect:
  stdout: |
    bank is slow, next try
    paid
    charged: ['order 7']
---
"""

import asyncio

LIMIT = 0.1  # seconds for one try
charged: list[str] = []
bank = asyncio.Event()


async def charge(order: str) -> str:
    await bank.wait()
    charged.append(order)
    return "paid"


# region snippet
async def pay(order: str) -> str:
    payment = asyncio.create_task(charge(order))  # FIX: one, for every try
    while True:
        try:
            return await asyncio.wait_for(asyncio.shield(payment), LIMIT)
        except TimeoutError:
            print("bank is slow, next try")
            bank.set()  # it answers at last


# endregion


async def main() -> None:
    print(await pay("order 7"))
    print(f"charged: {charged}")


asyncio.run(main())
