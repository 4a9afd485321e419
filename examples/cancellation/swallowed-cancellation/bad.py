r"""A bare except catches the cancellation, and the task goes on.

---
failure: silent
expect:
  stdout: |
    ada skipped
    sent to bob
    sent to eve
    cancelled: False
grep:
  - '^\s*except\s*:'
  - pattern: '^\s*except\b[^:]*\bBaseException\b'
    hits: ['except BaseException as error:']
  - pattern: '\bsuppress\([^)]*\bBaseException\b'
    hits: ['with contextlib.suppress(BaseException):']
  - pattern: 'async def __aexit__\([^)]*\)[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,8}?[ \t]+return True\b'
    multiline: true
    hits: ["    async def __aexit__(self, *failure: object) -> bool:\n        await self.close()\n        return True\n"]
innocent: "every path of the handler raises again, or nothing in the try awaits"
symptom: [not-stopped]
lint: [ruff:E722, flake8-async:ASYNC103, pylint:bare-except]
---
"""

import asyncio


async def deliver(subscriber: str) -> None:
    await asyncio.sleep(0)  # the mail server's turn
    print(f"sent to {subscriber}")


# region snippet
async def send_newsletter(subscribers: list[str]) -> None:
    for subscriber in subscribers:
        try:
            await deliver(subscriber)
        except:  # BUG: CancelledError ends here too
            print(f"{subscriber} skipped")


# endregion


async def main() -> None:
    campaign = asyncio.create_task(send_newsletter(["ada", "bob", "eve"]))
    await asyncio.sleep(0)  # the first mail is on its way
    campaign.cancel()
    await asyncio.wait([campaign])
    print(f"cancelled: {campaign.cancelled()}")


asyncio.run(main())
