r"""cancel() only asks: what the task uses is closed before its clean-up has run.

---
failure: warning
expect:
  stdout: |
    database closed
  stderr: ["Task exception was never retrieved", "ConnectionError: database is closed"]
symptom: [late-cleanup]
grep:
  - pattern: '\.cancel\([^\n]*\n([ \t]*\n)?[ \t]+(await )?[\w.]+\.(a?close|disconnect|dispose|shutdown|terminate|unlink|release)(_\w+)?\('
    multiline: true
    hits:
      - "    for task in self.tasks:\n        task.cancel()\n    await self.session.close()\n"
      - "    poller.cancel()\n    writer.close()\n"
innocent: "what is closed is not used by the task's clean-up"
lint: []
marks:
  - pattern: '\.cancel\(\)'
    ask: "who awaits its end? may it be this very task?"
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
    prices.cancel()  # BUG: it has not ended, nor begun to
    database.close()


# endregion


async def main() -> None:
    database = Database()
    prices = asyncio.create_task(import_prices(database))
    await asyncio.sleep(0)  # the import runs
    await shut_down(prices, database)


asyncio.run(main())
