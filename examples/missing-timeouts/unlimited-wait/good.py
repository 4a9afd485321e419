r"""A limit on the read ends the wait for a silent peer.

---
expect:
  stdout: |
    asking for lamp
    no answer in time
---
"""

import asyncio

LIMIT = 0.02  # seconds for one answer


# region snippet
async def ask_stock(item: str, port: int) -> str:
    print(f"asking for {item}", flush=True)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{item}\n".encode())
        async with asyncio.timeout(LIMIT):  # FIX: silence ends here
            answer = await reader.readline()
    finally:
        writer.close()
    return answer.decode()


# endregion


async def main() -> None:
    async def silent(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        handlers.append(asyncio.current_task())
        await reader.read()  # until the client hangs up
        writer.close()

    handlers: list[asyncio.Task[None]] = []
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    try:
        print(await ask_stock("lamp", server.sockets[0].getsockname()[1]))
    except TimeoutError:
        print("no answer in time")
    await asyncio.wait(handlers)
    server.close()


asyncio.run(main())
