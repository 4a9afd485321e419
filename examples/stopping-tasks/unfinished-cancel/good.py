r"""The resource is closed when the cancelled task has ended.

---
expect:
  stdout: |
    last prices saved
    database closed
---
"""

import asyncio


class Database:
    closed = False

    def save(self, what: str) -> None:
        if self.closed:
            raise ConnectionError("database is closed")
        print(f"{what} saved")

    def close(self) -> None:
        self.closed = True
        print("database closed")


# region snippet
async def import_prices(database: Database) -> None:
    try:
        await asyncio.Event().wait()  # prices come in
    finally:
        database.save("last prices")


async def shut_down(prices: asyncio.Task[None], database: Database) -> None:
    prices.cancel()
    await asyncio.wait([prices])  # FIX: until its clean-up is over
    database.close()


# endregion


async def main() -> None:
    database = Database()
    prices = asyncio.create_task(import_prices(database))
    await asyncio.sleep(0)  # the import runs
    await shut_down(prices, database)


asyncio.run(main())
