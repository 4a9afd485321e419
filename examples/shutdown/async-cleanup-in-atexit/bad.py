r"""An atexit handler runs after the loop, and with it the connection, has ended.

---
failure: warning
expect:
  stdout: |
    stock keeper got: b'order 7'
  stderr: ["RuntimeError: Event loop is closed"]
symptom: [late-cleanup]
grep:
  - pattern: '\batexit\.register\(\s*(asyncio|loop|\w*run\w*|lambda)|\batexit\.register\([^\n]*(close|stop|shutdown|cleanup|disconnect|flush)'
    multiline: true
innocent: "the function and what it calls use no asyncio"
lint: []
---
"""

import asyncio
import atexit
import socket

here, there = socket.socketpair()


# region snippet
async def say_goodbye(writer: asyncio.StreamWriter) -> None:
    writer.write(b", goodbye")
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    _, writer = await asyncio.open_connection(sock=here)
    atexit.register(lambda: asyncio.run(say_goodbye(writer)))  # BUG: its loop is gone
    writer.write(b"order 7")


# endregion


asyncio.run(main())
print("stock keeper got:", there.recv(100))
