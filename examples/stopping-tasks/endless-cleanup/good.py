r"""A clean-up that waits for the other side has a limit of its own.

---
expect:
  stdout: |
    export cancelled
    not all sent: TimeoutError()
    ended, cancelled: True
---
"""

import asyncio

LIMIT = 0.02  # seconds for the farewell
EXPORT = bytes(64_000_000)  # more than the buffers of the network hold


# region snippet
async def send(export: bytes, writer: asyncio.StreamWriter) -> None:
    try:
        writer.write(export)
        await writer.drain()
    finally:
        writer.close()
        try:
            async with asyncio.timeout(LIMIT):  # FIX: the farewell has a limit
                await writer.wait_closed()
        except OSError as error:  # too late, or the peer is gone
            print(f"not all sent: {error!r}")
        finally:
            writer.transport.abort()  # after a second cancel too


# endregion


async def main() -> None:
    async def idle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connected.set_result(asyncio.current_task())
        await over.wait()  # it reads nothing
        writer.transport.abort()

    connected = asyncio.get_running_loop().create_future()
    over = asyncio.Event()
    server = await asyncio.start_server(idle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    sending = asyncio.create_task(send(EXPORT, writer))
    handler = await connected
    await asyncio.sleep(0)  # the buffers are full
    sending.cancel()
    print("export cancelled", flush=True)
    await asyncio.wait([sending])
    print(f"ended, cancelled: {sending.cancelled()}")
    over.set()
    await asyncio.wait([handler])
    server.close()


asyncio.run(main())
