r"""A clean-up that waits for the other side holds the cancelled task for ever.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    export cancelled
symptom: [hang, hang-at-exit, not-stopped]
grep:
  - pattern: 'finally:[^\n]*\n([ \t]+[^\n]*\n){0,2}?[ \t]+await [\w.]+\.(wait_closed|join|wait|flush|drain)\('
    multiline: true
    hits:
      - "    finally:\n        await self.queue.join()\n"
innocent: "the wait ends without the other side, or has a limit of its own"
lint: []
marks:
  - pattern: '\bawait [^\n]*\.(a?close|stop|disconnect|release|shutdown|unsubscribe|reset|terminate|wait_closed)\w*\('
    ask: "can it hang, be cut off, run twice? what after it is then skipped?"
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
        await writer.wait_closed()  # BUG: the peer may never read


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
