r"""A child that fails while its group is cancelled makes an error of the cancellation.

---
failure: silent
expect:
  - python: "<3.13"
    stdout: |
      stock booked
      timed out: False
      stock booked
      cancelled: False
  - python: ">=3.13"
    stdout: |
      stock booked
      timed out: False
      stock booked
      cancelled: True
symptom: [not-stopped]
grep:
  - pattern: 'try:[^\n]*\n\s+async with [^\n]*TaskGroup\([^\n]*\n(\s+[^\n]*\n){0,20}?\s+except(\*| \(?(Base)?ExceptionGroup\b)'
    multiline: true
    hits:
      - "    try:\n        async with asyncio.TaskGroup() as group:\n            group.create_task(a())\n    except ExceptionGroup as failed:\n"
innocent: "it raises, its task ends there, or nobody cancels it and no time limit is around"
lint: []
---
"""

import asyncio

unreachable: set[str] = set()


async def fetch(shop: str) -> None:
    try:
        await asyncio.Event().wait()  # the shop counts its stock
    finally:
        await log_out(shop)


async def log_out(shop: str) -> None:
    if shop == "lyon":
        raise ConnectionError(f"{shop} does not answer")


# region snippet
async def book_stock() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for shop in ("berlin", "lyon"):
                group.create_task(fetch(shop))
    except* ConnectionError:  # BUG: may stand in for a cancellation
        unreachable.add("one of them")
    print("stock booked")


# endregion


async def main() -> None:
    try:
        async with asyncio.timeout(0.01):
            await book_stock()
        print("timed out: False")
    except TimeoutError:
        print("timed out: True")
    booking = asyncio.create_task(book_stock())
    await asyncio.sleep(0.01)  # both shops are being asked
    booking.cancel()
    await asyncio.wait([booking])
    print(f"cancelled: {booking.cancelled()}")


asyncio.run(main())
