r"""Two tasks that take two locks in opposite orders wait for each other.

---
failure: hang
symptom: [hang, slow-under-load]
expect:
  exit: timeout
  within: 0.5
  stdout: ["A to B: waits", "B to A: waits"]
grep:
  pattern: '\basync with (self|source|src|sender|payer|from\w*|a|left|debit\w*)\.\w*lock\b[^\n]*(\n[ \t]+[^\n]*){0,4}?\b(other|target|dst|dest\w*|receiver|payee|to\w*|b|right|credit\w*)\.\w*lock\b'
  multiline: true
  hits: ["    async with self.lock, other.lock:\n"]
innocent: "all places take these locks in the same order"
lint: []
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
    async with source.lock:
        await audit()
        print(f"{source.name} to {target.name}: waits")
        async with target.lock:  # BUG: the way back takes them in reverse
            source.balance -= amount
            target.balance += amount


async def main() -> None:
    a, b = Account("A"), Account("B")
    await asyncio.gather(transfer(a, b, 10), transfer(b, a, 30))
    print(a.balance, b.balance)


# endregion


asyncio.run(main())
