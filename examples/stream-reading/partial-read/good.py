r"""readexactly waits until all n bytes have come.

---
expect:
  stdout: |
    report complete: True
---
"""

import asyncio

REPORT = b"order shipped\n" * 100_000


# region snippet
async def fetch_report(reader: asyncio.StreamReader) -> bytes:
    length = int(await reader.readline())
    return await reader.readexactly(length)  # FIX: waits for the whole


# endregion


async def send_report(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    writer.write(b"%d\n" % len(REPORT) + REPORT)
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(send_report, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        report = await fetch_report(reader)
        await reader.read()  # what is left
        print("report complete:", report == REPORT)
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
