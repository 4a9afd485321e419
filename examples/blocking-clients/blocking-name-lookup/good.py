r"""The loop looks names up in one of its threads.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import socket
import time

DELAY = 0.2  # seconds the name server takes


# region snippet
async def address_of(host: str) -> str:
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, 443)  # FIX: a thread of the loop asks it
    return str(found[0][4][0])


# endregion


def look_up_slowly(host: str, port: int, *limits: int) -> list[tuple[object, ...]]:
    time.sleep(DELAY)
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.7", port))]


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main() -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    started = time.perf_counter()
    await address_of("replica.internal")
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


setattr(socket, "getaddrinfo", look_up_slowly)  # stands for a slow name server
asyncio.run(main())
