r"""A handler that cleans up and does not raise turns a cancel into a success.

---
failure: silent
expect:
  stdout: |
    hold on the card released
    A-17 paid, parcel sent
grep:
  pattern: 'except\b[^\n:]*\bCancelledError\b[^\n]*:[^\n]*\n([ \t]+([^r\s]|r[^a])[^\n]*\n)+?([ \t]*\n|\S|\z|[ \t]+(else|except|finally)\b)'
  multiline: true
innocent: "the task ends here and nobody reads its result, or the handler is around task.result()"
symptom: [lost-error, not-stopped]
lint: [flake8-async:ASYNC103]
marks:
  - pattern: 'except\b[^\n]*\bCancelledError\b'
    ask: "is it raised again, whoever was cancelled?"
---
"""

import asyncio

TIMEOUT = 0.02  # seconds for the payment; the bank of this example never answers


async def ask_bank(order: str) -> None:
    await asyncio.Event().wait()


# region snippet
async def capture_payment(order: str) -> None:
    try:
        await ask_bank(order)
    except asyncio.CancelledError:  # BUG: the cancellation ends here
        print("hold on the card released")


async def main() -> None:
    try:
        await asyncio.wait_for(capture_payment("A-17"), TIMEOUT)
        print("A-17 paid, parcel sent")
    except TimeoutError:
        print("A-17 not paid, parcel kept")


# endregion


asyncio.run(main())
