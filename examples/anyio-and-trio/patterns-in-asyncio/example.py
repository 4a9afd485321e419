r"""A group, a limit, a queue and a timeout of asyncio.

---
expect:
  stdout: |
    packed: ['chair', 'lamp', 'table']
    report given up, connection closed: True
---
"""

import asyncio


class Connection:
    closed = False

    async def aclose(self) -> None:
        await asyncio.sleep(0.001)
        self.closed = True


# region snippet
async def pack_all(skus: list[str]) -> list[str]:
    limit = asyncio.Semaphore(2)
    packed: asyncio.Queue[str | None] = asyncio.Queue(maxsize=1)

    async def pack(sku: str) -> None:
        async with limit:
            await packed.put(sku)

    async def produce() -> None:
        async with asyncio.TaskGroup() as group:
            for sku in skus:
                group.create_task(pack(sku))
        await packed.put(None)  # the end; from 3.13 on: packed.shutdown()

    async with asyncio.TaskGroup() as group:
        group.create_task(produce())
        received = []
        while (sku := await packed.get()) is not None:
            received.append(sku)
    return received


async def report(connection: Connection) -> None:
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(60)
            finally:
                await connection.aclose()  # one cancellation, raised once
    except TimeoutError:
        pass


# endregion


async def main() -> None:
    print("packed:", sorted(await pack_all(["lamp", "chair", "table"])))
    connection = Connection()
    await report(connection)
    print("report given up, connection closed:", connection.closed)


asyncio.run(main())
