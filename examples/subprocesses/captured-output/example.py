r"""Run a program with input, take all of its output, and end it when the time is up.

---
expect:
  stdout: |
    A-17: b'A-17 rendered'
    A-18: status 3, b'no such template'
    A-19: took too long, ended with -9
requires: {platform: posix}
---
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process

RENDERER = """
import sys, time
invoice = sys.stdin.read()
if invoice == "A-18":
    sys.stderr.write("no such template")
    sys.exit(3)
if invoice == "A-19":
    time.sleep(60)
sys.stdout.write(invoice + " rendered")
"""
started: list[Process] = []


# region snippet
async def render(invoice: str, limit: float) -> bytes:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", RENDERER, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    started.append(process)
    try:
        async with asyncio.timeout(limit):
            output, errors = await process.communicate(invoice.encode())
    finally:
        if process.returncode is None:  # timeout or cancellation
            process.kill()
            await process.communicate()  # reads what is left, and reaps
    if process.returncode != 0:
        raise RuntimeError(f"status {process.returncode}, {errors!r}")
    return output


# endregion


async def main() -> None:
    print("A-17:", await render("A-17", 20))
    try:
        await render("A-18", 20)
    except RuntimeError as failure:
        print("A-18:", failure)
    try:
        await render("A-19", 0.05)
    except TimeoutError:
        print("A-19: took too long, ended with", started[-1].returncode)


asyncio.run(main())
