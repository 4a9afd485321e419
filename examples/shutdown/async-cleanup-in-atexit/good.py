r"""The clean-up stands in the coroutine, while its loop runs.

---
expect:
  stdout: |
    stock keeper got: b'order 7, goodbye'
---
"""

import asyncio
import socket

here, there = socket.socketpair()


# region snippet
async def say_goodbye(writer: asyncio.StreamWriter) -> None:
    writer.write(b", goodbye")
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    _, writer = await asyncio.open_connection(sock=here)
    try:
        writer.write(b"order 7")
    finally:
        await say_goodbye(writer)  # FIX: in the loop of the connection


# endregion


asyncio.run(main())
print("stock keeper got:", there.recv(100))
