r"""The same with trio.

---
expect:
  stdout: |
    packed: ['chair', 'lamp', 'table']
    report given up, connection closed: True
requires: {packages: [trio]}
---
"""

import trio


class Connection:
    closed = False

    async def aclose(self) -> None:
        await trio.sleep(0.001)
        self.closed = True


# region snippet
async def pack_all(skus: list[str]) -> list[str]:
    limit = trio.CapacityLimiter(2)
    sending, receiving = trio.open_memory_channel[str](1)

    async def pack(sku: str) -> None:
        async with limit:
            await sending.send(sku)

    async def produce() -> None:
        async with sending, trio.open_nursery() as group:  # closed: the end
            for sku in skus:
                group.start_soon(pack, sku)

    received: list[str] = []
    async with receiving, trio.open_nursery() as group:
        group.start_soon(produce)
        async for sku in receiving:
            received.append(sku)
    return received


async def report(connection: Connection) -> None:
    with trio.move_on_after(0.01):
        try:
            await trio.sleep(60)
        finally:
            with trio.CancelScope(shield=True):  # else the next line raises
                await connection.aclose()


# endregion


async def main() -> None:
    print("packed:", sorted(await pack_all(["lamp", "chair", "table"])))
    connection = Connection()
    await report(connection)
    print("report given up, connection closed:", connection.closed)


trio.run(main)
