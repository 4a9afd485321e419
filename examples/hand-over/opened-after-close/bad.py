r"""What is opened while its owner closes belongs to nobody.

---
failure: leak
expect:
  stdout: |
    pool closed
    open: ['replica']
grep: {none: "a flag such as closed that is read before an await, and what is stored or started after it"}
marks:
  - pattern: '^[ \t]*(if|elif|while)\b[^\n]*[._](is_)?(clos(ed|ing)|stopp(ed|ing)|running|connected|serving|started)\b'
    ask: "is it still so after the next await?"
symptom: [leak]
lint: []
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
        self.idle.append(connection)  # BUG: the pool may be closed by now

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
