r"""A return in a finally block discards the cancellation.

---
failure: silent
expect:
  - python: "<3.14"
    stdout: |
      invoice mailed
      cancelled: False
  - python: ">=3.14"
    failure: warning
    stdout: |
      invoice mailed
      cancelled: False
    stderr: ["SyntaxWarning: 'return' in a 'finally' block"]
grep:
  - pattern: '(^ {4}finally:[^\n]*\n( {8,}([^\sfwda]|f[^o]|w[^h]|d[^e]|a[^s])[^\n]*\n|\n)*? {8,}|^ {8}finally:[^\n]*\n( {12,}([^\sfwda]|f[^o]|w[^h]|d[^e]|a[^s])[^\n]*\n|\n)*? {12,}|^ {12}finally:[^\n]*\n( {16,}([^\sfwda]|f[^o]|w[^h]|d[^e]|a[^s])[^\n]*\n|\n)*? {16,})(return|break|continue)\b'
    multiline: true
innocent: "a break or continue of a loop, or a return of a function, that begins in the finally"
symptom: [lost-error, not-stopped]
lint: [ruff:B012, pylint:lost-exception, pylint:return-in-finally]
---
"""

import asyncio


# region snippet
async def reserve(shelf: asyncio.Lock) -> bool:
    await shelf.acquire()
    reserved = False
    try:
        await asyncio.sleep(0)  # the warehouse's turn
        reserved = True
    finally:
        shelf.release()
        return reserved  # BUG: replaces the CancelledError in flight


async def check_out(shelf: asyncio.Lock) -> None:
    await reserve(shelf)
    print("invoice mailed")


# endregion


async def main() -> None:
    checkout = asyncio.create_task(check_out(asyncio.Lock()))
    await asyncio.sleep(0)  # it waits for the warehouse
    checkout.cancel()
    await asyncio.wait([checkout])
    print(f"cancelled: {checkout.cancelled()}")


asyncio.run(main())
