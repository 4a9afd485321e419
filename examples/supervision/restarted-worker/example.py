r"""A supervisor reports each failure, waits longer after each, and gives up in the end.

---
expect:
  stdout: |
    feed: ConnectionRefusedError('quotes refused'), try 2 in 1 ms
    feed: ConnectionRefusedError('quotes refused'), try 3 in 2 ms
    quote 42
    feed: ConnectionError('connection lost'), try 2 in 1 ms
    quote 43
    feed ended
---
"""

import asyncio
from collections.abc import Awaitable, Callable

HEALTHY = 0.3  # seconds of work after which earlier failures no longer count
START = 0.001  # seconds before the second try
LONGEST = 60.0  # seconds between two tries
TRIES = 5


# region snippet
async def supervise(name: str, work: Callable[[], Awaitable[None]]) -> None:
    loop = asyncio.get_running_loop()
    tries = 1
    while True:
        began = loop.time()
        try:
            await work()  # a new coroutine for each try
        except OSError as failure:
            if loop.time() - began >= HEALTHY:
                tries = 1
            if tries == TRIES:
                raise
            pause = min(START * 2 ** (tries - 1), LONGEST)
            tries += 1
            print(f"{name}: {failure!r}, try {tries} in {pause * 1000:.0f} ms")
            await asyncio.sleep(pause)
        else:
            print(name, "ended")  # said aloud: an endless worker should not end
            return


# endregion

runs = 0


async def read_quotes() -> None:
    global runs
    runs += 1
    if runs <= 2:
        raise ConnectionRefusedError("quotes refused")
    print(f"quote {39 + runs}")
    if runs == 3:
        await asyncio.sleep(0.32)
        raise ConnectionError("connection lost")


asyncio.run(supervise("feed", read_quotes))
