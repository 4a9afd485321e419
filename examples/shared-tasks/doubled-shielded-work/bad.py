r"""A retry around a shielded coroutine starts it again while the first still runs.

---
failure: silent
expect:
  stdout: |
    bank is slow, next try
    paid
    charged: ['order 7', 'order 7']
symptom: [wrong-data]
grep:
  - pattern: '\bwait_for\(\s*(#[^\n]*\n\s*)?(asyncio\.)?shield\(\s*[\w.]+\('
    multiline: true
    hits: ["return await wait_for(shield(self.charge(order)), 5)"]
  - pattern: '\btimeout(_at)?\([^\n]*:[^\n]*\n[ \t]+[^\n]*\bshield\(\s*[\w.]+\('
    multiline: true
    hits: ["async with asyncio.timeout(LIMIT):\n    return await asyncio.shield(charge(order))\n"]
innocent: "the call returns one stored task, or it is made once and may run on unseen"
lint: []
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
    while True:
        try:
            return await asyncio.wait_for(  # BUG: each try charges again
                asyncio.shield(charge(order)), LIMIT
            )
        except TimeoutError:
            print("bank is slow, next try")
            bank.set()  # it answers at last


# endregion


async def main() -> None:
    print(await pay("order 7"))
    print(f"charged: {charged}")


asyncio.run(main())
