r"""A helper that is given a coroutine cannot try it a second time.

---
failure: exception
expect:
  exit: 1
  stdout: |
    the bank does not answer
  stderr: ["RuntimeError: cannot reuse already awaited coroutine"]
grep:
  - pattern: '^[ \t]*(for|while) [^\n]*:[^\n]*\n[ \t]+try:[^\n]*\n([ \t]+async with [^\n]*\n)?[ \t]+(return |[\w, ]+ = )?await (asyncio\.wait_for\()?\w+(, [^\n]*\))?[ \t]*(#[^\n]*)?\n'
    multiline: true
  - pattern: '\bretr(y|ied|ying)\w*\([\w.]+\([^()\n]*\)[,)]'
    hits: ["    answer = await retry(fetch(order), times=3)"]
innocent: "what is awaited is a new task or call in each round, or a task meant to be awaited again"
symptom: [lost-error]
lint: []
---
"""

import asyncio
from collections.abc import Awaitable

answers: list[str | ConnectionError] = [
    ConnectionError("the bank does not answer"),
    "paid",
]


async def charge(order: str) -> str:
    await asyncio.sleep(0)  # the bank's turn
    answer = answers.pop(0)
    if isinstance(answer, ConnectionError):
        raise answer
    return f"{order} {answer}"


# region snippet
async def retry(call: Awaitable[str]) -> str:
    for _ in range(3):
        try:
            return await call  # BUG: a coroutine runs once
        except ConnectionError as error:
            print(error)
    raise TimeoutError("no answer in three attempts")


async def check_out(order: str) -> None:
    print(await retry(charge(order)))


# endregion


asyncio.run(check_out("order 7"))
