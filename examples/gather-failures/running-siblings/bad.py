r"""When gather raises, the coroutines that have not ended run on.

---
failure: silent
symptom: [not-stopped, wrong-data]
expect:
  stdout: |
    order refused
    charged card 7
grep:
  - {pattern: '\bgather\(([^=]|[^s]=|[^n]s=)*?\):?[ \t]*(#[^\n]*)?\n', multiline: true}
  - pattern: '^[ \t]*for \w+ in \w*tasks\w*:[^\n]*\n[^\n]*\bawait \w+[ \t]*(\)|#|\n)'
    multiline: true
    hits: ["for task in tasks:\n    results.append(await task)\n"]
innocent: "return_exceptions=True, no child raises, or the failure leaves main"
lint: []
---
"""

import asyncio


# region snippet
async def reserve(item: str) -> None:
    raise LookupError(f"{item} is sold out")


async def charge(card: str, bank: asyncio.Event) -> None:
    await bank.wait()  # until the bank answers
    print("charged", card)


async def place_order(bank: asyncio.Event) -> None:
    try:
        await asyncio.gather(  # BUG: a failure does not stop the other
            reserve("lamp"),
            charge("card 7", bank),
        )
    except LookupError:
        print("order refused")


# endregion


async def main() -> None:
    bank = asyncio.Event()
    await place_order(bank)
    bank.set()
    await asyncio.sleep(0)  # whoever waits for the bank goes on


asyncio.run(main())
