r"""read(n) returns what has come so far, which may be less than n bytes.

---
failure: silent
expect:
  stdout: |
    report complete: False
symptom: [wrong-data]
grep:
  - pattern: '\breader\w*\.read\((\w*len\w*|n|[2-9]|[1-9]\d|(msg|message|body|frame|payload|header)\w*)\)'
    hits:
      - "        header = await self.reader.read(4)"
  - pattern: '\bawait \w*reader\w*\.read\([^)\n]+\)\)\.decode\('
    multiline: true
    hits:
      - "    request = (await reader.read(1024)).decode()"
innocent: "the result is put together in a loop until the message is complete"
lint: []
---
"""

import asyncio

REPORT = b"order shipped\n" * 100_000


# region snippet
async def fetch_report(reader: asyncio.StreamReader) -> bytes:
    length = int(await reader.readline())
    return await reader.read(length)  # BUG: length is a limit, not a demand


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
