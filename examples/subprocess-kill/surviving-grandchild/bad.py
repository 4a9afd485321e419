r"""Killing a child leaves the processes that it started.

---
failure: leak
expect:
  stdout: |
    launcher ended with -9
    worker: still importing
symptom: [not-stopped, leak]
grep:
  - pattern: '^([^a\n]|a[^w\n])*\b(\w*(launcher|shell|server|browser|supervisor|runner)|npm|make|node)\.(kill|terminate)\(\)'
    multiline: true
    hits:
      - "    self.dev_server.terminate()"
      - "        shell.kill()"
innocent: "the program starts no processes of its own"
lint: []
requires: {platform: posix}
---
"""

import asyncio
import socket
import sys

WORKER = """
import sys
print("ready", flush=True)
if sys.stdin.readline():
    print("still importing", flush=True)
"""
LAUNCHER = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
COMMAND = [sys.executable, "-c", LAUNCHER, WORKER]


# region snippet
async def import_orders(pipe: int, stop: asyncio.Event) -> None:
    launcher = await asyncio.create_subprocess_exec(*COMMAND, stdin=pipe, stdout=pipe)
    await stop.wait()
    launcher.kill()  # BUG: reaches one process, not its children
    await launcher.wait()
    print("launcher ended with", launcher.returncode)


# endregion


async def main() -> None:
    ours, theirs = socket.socketpair()
    stop = asyncio.Event()
    job = asyncio.create_task(import_orders(theirs.fileno(), stop))
    reader, writer = await asyncio.open_connection(sock=ours)
    await reader.readline()  # the worker is ready
    theirs.close()
    stop.set()
    await job
    writer.write(b"are you there?\n")
    try:
        answer = await reader.read()  # ends when no process holds the other side
    except ConnectionError:
        answer = b""  # nobody took the question
    print("worker:", answer.decode().strip() or "gone")
    writer.close()


asyncio.run(main())
