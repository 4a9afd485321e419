r"""Every connection is an open file, and a process may open so many.

---
failure: exception
expect:
  exit: 1
  stderr: ["OSError: [Errno 24] Too many open files"]
requires: {platform: posix}
grep:
  - '\bgather\(\s*\*'
  - pattern: '\bcreate_task\([^\n]*\bfor [a-z(]'
    hits: ["    tasks = [asyncio.create_task(probe(host)) for host in hosts]"]
innocent: "the list is short and fixed, or a semaphore or pool inside bounds the calls"
lint: []
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
async def probe(path: str) -> None:
    reader, writer = await asyncio.open_unix_connection(path)
    try:
        await asyncio.sleep(0.001)  # the answer
    finally:
        writer.close()


async def main() -> None:
    await asyncio.gather(*(probe("printer") for _ in range(100)))  # BUG: 100 files
    print("probed")


# endregion


asyncio.run(main())
