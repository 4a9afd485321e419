r"""A writer that is not drained keeps in memory all that the reader has not taken.

---
failure: leak
expect:
  stdout: |
    64 MiB received
  metrics:
    most_buffered_mib: ">= 16"
grep:
  - pattern: '^[ \t]*[\w.]*writer\w*\.write(lines)?\([^\n]*\n\s*([^\sa]|a[^w])'
    multiline: true
innocent: "one bounded answer, drained or closed soon after; or no stream at all"
symptom: [memory]
lint: []
---
"""

import asyncio

ROWS = b"order shipped\n" * 4681  # 64 KiB
most_buffered = 0  # bytes


# region snippet
async def export(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    for _ in range(1024):
        note(writer.transport.get_write_buffer_size())
        writer.write(ROWS)  # BUG: puts what the socket does not take into memory
    writer.close()
    await writer.wait_closed()


# endregion


def note(buffered: int) -> None:
    global most_buffered
    most_buffered = max(most_buffered, buffered)


async def main() -> None:
    server = await asyncio.start_server(export, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        received = 0
        while chunk := await reader.read(65536):
            received += len(chunk)
        print(round(received / 2**20), "MiB received")
        writer.close()
        await writer.wait_closed()
    print(f"metric most_buffered_mib={most_buffered / 2**20:.2f}")


asyncio.run(main())
