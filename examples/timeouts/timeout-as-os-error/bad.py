r"""except OSError catches the deadline, since TimeoutError is an OSError.

---
failure: silent
expect:
  stdout: |
    bank is down, the order waits for it
symptom: [lost-error]
grep:
  - pattern: 'except \(?[^\n]*\b(OSError|IOError|EnvironmentError)\b[^\n]*:[^\n]*\n([ \t]+[^\n]*\n|\n){0,6}?[ \t]+except\b[^\n:]*TimeoutError'
    multiline: true
    hits: ["except (OSError, ValueError) as error:\n    retry(error)\n  except asyncio.TimeoutError:\n"]
innocent: "the two clauses belong to different try statements, one inside the other"
lint: []
---
"""

import asyncio

LIMIT = 0.02  # seconds for the payment


async def ask_bank(order: str) -> str:
    await asyncio.Event().wait()  # the bank does not answer
    return "paid"


# region snippet
async def pay(order: str) -> str:
    try:
        async with asyncio.timeout(LIMIT):
            return await ask_bank(order)
    except OSError:  # BUG: TimeoutError is an OSError
        return "bank is down, the order waits for it"
    except TimeoutError:
        return "perhaps paid, ask the bank first"


# endregion


async def main() -> None:
    print(await pay("A-17"))


asyncio.run(main())
