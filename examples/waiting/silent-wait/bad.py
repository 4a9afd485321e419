r"""asyncio.wait raises no failure of its tasks, and no timeout.

---
failure: warning
symptom: [lost-error, not-stopped]
expect:
  stdout: |
    old backup deleted
    photos.tar stored
  stderr:
    - "Task exception was never retrieved"
    - "ConnectionError: orders.db: connection lost"
grep:
  - '^[ \t]*await (asyncio\.)?wait\('
  - pattern: '\b_, *\w+ = await (asyncio\.)?wait\('
    hits: ["    _, pending = await asyncio.wait(tasks, timeout=5)"]
innocent: "result() of each is read and pending is cancelled, or cancel() came before"
lint: []
---
"""

import asyncio

LIMIT = 0.02  # seconds for the whole backup


async def upload(file: str, network: asyncio.Event) -> None:
    if file == "orders.db":
        raise ConnectionError(f"{file}: connection lost")
    await network.wait()
    print(file, "stored")


# region snippet
async def back_up(files: list[str], network: asyncio.Event) -> None:
    try:
        uploads = [asyncio.create_task(upload(file, network)) for file in files]
        await asyncio.wait(uploads, timeout=LIMIT)  # BUG: returns, whatever happened
    except OSError:  # a lost connection, or TimeoutError
        print("old backup kept")
    else:
        print("old backup deleted")


# endregion


async def main() -> None:
    network = asyncio.Event()
    await back_up(["orders.db", "photos.tar"], network)
    network.set()
    await asyncio.sleep(0)  # whoever waits for the network goes on


asyncio.run(main())
