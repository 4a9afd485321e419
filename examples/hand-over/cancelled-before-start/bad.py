r"""A task that is cancelled before it has begun runs nothing, not even its finally.

---
failure: leak
symptom: [leak]
expect:
  stdout: |
    refused: bob
    open: ['ada', 'bob']
grep:
  - pattern: '\b(create_task|ensure_future|start_soon)\(\s*[\w.]+\(([^()\n]*,\s*)?(self\.)?(conn\w*|connection|writer|sock\w*|client_sock\w*|websocket|file|lease|permit|tx|transaction)\s*[,)]'
    multiline: true
    hits:
      - "    task = asyncio.create_task(handle(reader, writer))"
      - "        self._task = loop.create_task(self._serve(conn))"
innocent: "the creator closes it too, a done callback does, or the task does not own it"
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


def admit(customer: str) -> None:
    if customer == "bob":
        raise PermissionError(customer)


# region snippet
async def serve(connection: Connection) -> None:
    try:
        await asyncio.sleep(3600)  # until the customer leaves
    finally:
        connection.close()


async def accept(customers: list[str]) -> None:
    async with asyncio.TaskGroup() as group:
        for customer in customers:
            connection = Connection(customer)
            group.create_task(serve(connection))  # BUG: may end before it begins
            admit(customer)


# endregion


async def main() -> None:
    try:
        await accept(["ada", "bob"])
    except* PermissionError as refused:
        print("refused:", *refused.exceptions)
    print("open:", still_open)


asyncio.run(main())
