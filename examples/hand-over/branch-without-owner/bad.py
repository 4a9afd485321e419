r"""What is handed over on one branch belongs to nobody on the other.

---
failure: leak
symptom: [leak, slow-under-load]
expect:
  stdout: |
    too busy for bob
    open: ['bob']
grep:
  pattern: 'except \(?(asyncio\.)?QueueFull\b[^\n]*\n\s+(pass|continue|return|print\(|[\w.]*(log|warn|metric|count|drop|stat)\w*)'
  multiline: true
innocent: "what the queue refuses needs no closing, or its giver keeps it"
lint: []
---
"""

import asyncio

still_open: list[str] = []


class Connection:
    def __init__(self, customer: str) -> None:
        self.customer = customer
        still_open.append(customer)

    def close(self) -> None:
        still_open.remove(self.customer)


# region snippet
async def serve(waiting: asyncio.Queue[Connection]) -> None:
    while True:
        connection = await waiting.get()
        connection.close()  # the worker owns what it takes


def accept(connection: Connection, waiting: asyncio.Queue[Connection]) -> None:
    try:
        waiting.put_nowait(connection)
    except asyncio.QueueFull:  # BUG: nobody closes it on this branch
        print("too busy for", connection.customer)


# endregion


async def main() -> None:
    waiting: asyncio.Queue[Connection] = asyncio.Queue(maxsize=1)
    worker = asyncio.create_task(serve(waiting))
    for customer in ("ada", "bob"):
        accept(Connection(customer), waiting)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    worker.cancel()
    await asyncio.wait([worker])
    print("open:", still_open)


asyncio.run(main())
