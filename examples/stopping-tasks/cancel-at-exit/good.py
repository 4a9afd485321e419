r"""main waits for the clean-up of the task that it has cancelled.

---
expect:
  stdout: |
    saving last prices
    last prices saved
---
"""

import asyncio


async def save(what: str) -> None:
    print(f"saving {what}")
    await asyncio.sleep(0)
    await asyncio.sleep(0)  # the database's turn
    print(f"{what} saved")


# region snippet
async def import_prices() -> None:
    try:
        await asyncio.Event().wait()  # prices come in
    finally:
        await save("last prices")


async def main() -> None:
    prices = asyncio.create_task(import_prices())
    await asyncio.sleep(0)  # the import runs
    prices.cancel()
    await asyncio.wait([prices])  # FIX: its clean-up ends before main


# endregion


asyncio.run(main())
