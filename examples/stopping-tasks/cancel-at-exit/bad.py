r"""A task cancelled at the end of main is cancelled again in its clean-up.

---
failure: silent
expect:
  stdout: |
    saving last prices
symptom: [late-cleanup, lost-work]
grep:
  pattern: '^async def main\([^\n]*\n(([ \t][^\n]*)?\n)+?[ \t]+[\w.]+\.cancel\([^\n]*\n\n*(\S|\z)'
  multiline: true
  hits: ["async def main() -> None:\n    tasks = start()\n    for task in tasks:\n        task.cancel()\n\n\nasyncio.run(main())\n"]
innocent: "the clean-up of the task does not await"
lint: []
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
    prices.cancel()  # BUG: the end of asyncio.run cancels it again


# endregion


asyncio.run(main())
