r"""Both ways take the locks in the same order.

---
expect:
  stdout: |
    A to B: waits
    B to A: waits
    120 80
---
"""

import asyncio


class Account:
    def __init__(self, name: str) -> None:
        self.name, self.balance, self.lock = name, 100, asyncio.Lock()


async def audit() -> None:
    await asyncio.sleep(0)  # the audit log's answer


# region snippet
async def transfer(source: Account, target: Account, amount: int) -> None:
    first, second = sorted((source, target), key=lambda account: account.name)
    async with first.lock:  # FIX: one order for both directions
        await audit()
        print(f"{source.name} to {target.name}: waits")
        async with second.lock:
            source.balance -= amount
            target.balance += amount


async def main() -> None:
    a, b = Account("A"), Account("B")
    await asyncio.gather(transfer(a, b, 10), transfer(b, a, 30))
    print(a.balance, b.balance)


# endregion


asyncio.run(main())
