r"""The same with anyio, on asyncio or trio.

---
expect:
  stdout: |
    packed: ['chair', 'lamp', 'table']
    report given up, connection closed: True
requires: {packages: [anyio]}
---
"""

import anyio


class Connection:
    closed = False

    async def aclose(self) -> None:
        await anyio.sleep(0.001)
        self.closed = True


# region snippet
async def pack_all(skus: list[str]) -> list[str]:
    limit = anyio.CapacityLimiter(2)
    sending, receiving = anyio.create_memory_object_stream[str](1)

    async def pack(sku: str) -> None:
        async with limit:
            await sending.send(sku)

    async def produce() -> None:
        async with sending, anyio.create_task_group() as group:  # closed: the end
            for sku in skus:
                group.start_soon(pack, sku)

    received: list[str] = []
    async with receiving, anyio.create_task_group() as group:
        group.start_soon(produce)
        async for sku in receiving:
            received.append(sku)
    return received


async def report(connection: Connection) -> None:
    with anyio.move_on_after(0.01):
        try:
            await anyio.sleep(60)
        finally:
            with anyio.CancelScope(shield=True):  # else the next line raises
                await connection.aclose()


# endregion


async def main() -> None:
    print("packed:", sorted(await pack_all(["lamp", "chair", "table"])))
    connection = Connection()
    await report(connection)
    print("report given up, connection closed:", connection.closed)


anyio.run(main)
