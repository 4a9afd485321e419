r"""A semaphore around the whole life of a connection bounds the open files.

---
expect:
  stdout: |
    probed
requires: {platform: posix}
---
"""

import asyncio
import resource
import socket

resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))  # `ulimit -n`, often 1024
printer = socket.socket(socket.AF_UNIX)
printer.bind("printer")
printer.listen(200)


# region snippet
async def probe(path: str, slots: asyncio.Semaphore) -> None:
    async with slots:
        reader, writer = await asyncio.open_unix_connection(path)
        try:
            await asyncio.sleep(0.001)  # the answer
        finally:
            writer.close()
            await writer.wait_closed()


async def main() -> None:
    slots = asyncio.Semaphore(20)  # FIX: 20 files at once
    async with asyncio.TaskGroup() as group:
        for _ in range(100):
            group.create_task(probe("printer", slots))
    print("probed")


# endregion


asyncio.run(main())
