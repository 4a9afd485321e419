r"""A server whose handlers close what they opened, and whose end lets answers out.

---
expect:
  stdout: |
    no new connection
    order A-17 stored
    server ended
---
"""

import asyncio

stop, storing = asyncio.Event(), asyncio.Event()
address: asyncio.Future[tuple[str, int]]


async def store(order: bytes) -> bytes:
    storing.set()
    await stop.wait()
    await asyncio.sleep(0.01)
    return b"order " + order.strip() + b" stored\n"


# region snippet
GRACE = 20  # seconds for the requests under way when the server stops
handlers: set[asyncio.Task[None]] = set()


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    task = asyncio.current_task()
    assert task
    handlers.add(task)
    task.add_done_callback(handlers.discard)
    try:
        while order := await reader.readline():
            writer.write(await store(order))
            await writer.drain()
        writer.close()
        await writer.wait_closed()
    except ConnectionError:
        pass  # the client is gone
    finally:
        writer.transport.abort()  # does nothing after wait_closed


async def serve() -> None:
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address.set_result(server.sockets[0].getsockname())
    try:
        await stop.wait()
    finally:
        server.close()  # accepts nobody any more
    if handlers:
        _, late = await asyncio.wait(handlers, timeout=GRACE)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


# endregion


async def main() -> None:
    global address
    address = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve())
    reader, writer = await asyncio.open_connection(*await address)
    writer.write(b"A-17\n")
    await storing.wait()
    stop.set()
    await asyncio.sleep(0)  # the server closes
    try:
        await asyncio.open_connection(*address.result())
    except ConnectionRefusedError:
        print("no new connection")
    print((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    await serving
    print("server ended")


asyncio.run(main())
