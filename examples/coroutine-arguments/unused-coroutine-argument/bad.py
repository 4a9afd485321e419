r"""A helper that may stop early leaves the coroutines it was given unawaited.

---
failure: warning
expect:
  stdout: |
    oslo has 5 lamps
  stderr: ["RuntimeWarning: coroutine 'ask' was never awaited"]
grep:
  - pattern: '\*\w+: *"?(\w+\.)*(Awaitable|Coroutine)\['
    hits: ["def first_ok(*sources: Coroutine[Any, Any, str]) -> str:"]
  - pattern: '^[ \t]*(for \w+ in [\w.]*(coro|call|awaitable|source|step|job)\w*:[^\n]*\n)([ \t]+try:[^\n]*\n)?[^\n]*\bawait \w+[ \t]*(\)|#|\n)'
    multiline: true
    hits: ["for coro in coros:\n    results.append(await coro)\n"]
innocent: "every one is awaited, made a task or closed, also on errors"
symptom: [lost-work]
lint: []
---
"""

import asyncio
from collections.abc import Awaitable


async def ask(replica: str) -> str:
    await asyncio.sleep(0)  # the replica answers
    if replica == "kiel":
        raise ConnectionError("kiel is down")
    return f"{replica} has 5 lamps"


# region snippet
async def first_answer(*sources: Awaitable[str]) -> str:  # BUG: made beforehand
    for source in sources:
        try:
            return await source
        except ConnectionError:
            continue
    raise LookupError("no replica answers")


async def main() -> None:
    print(await first_answer(ask("kiel"), ask("oslo"), ask("lima")))


# endregion


asyncio.run(main())
