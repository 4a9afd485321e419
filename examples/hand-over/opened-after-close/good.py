r"""A flag is looked at again after the wait, and what came too late is closed.

---
expect:
  stdout: |
    pool closed
    open: []
---
"""

import asyncio

opened: list[str] = []


class Connection:
    def __init__(self, name: str) -> None:
        self.name = name
        opened.append(name)

    def close(self) -> None:
        opened.remove(self.name)


async def dial(name: str) -> Connection:
    await asyncio.sleep(0)  # the handshake
    return Connection(name)


# region snippet
class Pool:
    def __init__(self) -> None:
        self.closed = False
        self.idle: list[Connection] = []

    async def grow(self) -> None:
        if self.closed:
            return
        connection = await dial("replica")
        if self.closed:  # FIX: looked at again after the wait
            connection.close()
            return
        self.idle.append(connection)

    def close(self) -> None:
        self.closed = True
        while self.idle:
            self.idle.pop().close()


# endregion


async def main() -> None:
    pool = Pool()
    growing = asyncio.create_task(pool.grow())
    await asyncio.sleep(0)
    pool.close()
    print("pool closed")
    await growing
    print("open:", opened)


asyncio.run(main())
