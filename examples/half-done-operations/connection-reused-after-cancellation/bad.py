r"""A request that was cancelled leaves its answer in the connection for the next one.

---
failure: silent
expect:
  stdout: |
    lamp: timed out
    chair: lamp 3
symptom: [wrong-data, unsafe]
grep:
  none: >-
    a client that shares a connection (a lock, a pool) and awaits between sending a request and reading its answer,
    without closing the connection on BaseException
lint: []
---
"""

import asyncio

LIMIT = 0.02  # seconds the page waits


# region snippet
class Warehouse:
    def __init__(self, port: int) -> None:
        self.port = port
        self.lock = asyncio.Lock()
        self.writer: asyncio.StreamWriter | None = None

    async def stock(self, item: str) -> str:
        async with self.lock:
            if self.writer is None or self.writer.is_closing():
                self.reader, self.writer = await asyncio.open_connection(
                    "127.0.0.1", self.port
                )
            self.writer.write(f"{item}\n".encode())
            answer = await self.reader.readline()  # BUG: may be the answer before
            return answer.decode().strip()


# endregion


async def main() -> None:
    found = asyncio.Event()
    served: list[asyncio.Task[None]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.append(asyncio.current_task())
        while item := (await reader.readline()).decode().strip():
            if item == "lamp":
                await found.wait()
            writer.write(f"{item} {3 if item == 'lamp' else 7}\n".encode())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    warehouse = Warehouse(server.sockets[0].getsockname()[1])
    try:
        print(f"lamp: {await asyncio.wait_for(warehouse.stock('lamp'), LIMIT)}")
    except TimeoutError:
        print("lamp: timed out")
    found.set()
    print(f"chair: {await warehouse.stock('chair')}")
    warehouse.writer.close()
    await asyncio.wait(served)
    server.close()


asyncio.run(main())
