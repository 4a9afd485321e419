r"""Looking up a host name in a coroutine freezes every other task.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
symptom: [frozen]
grep:
  - pattern: '^[^#\x60\n]*(^|[^.\w\x60])socket\.(getaddrinfo|gethostbyname\w*|gethostbyaddr|getnameinfo|getfqdn|create_connection)\(([^)\n]|$|\)[^\x60\n]|\)$)'
    multiline: true
    hits:
      - "address = socket.gethostbyname(host)"
      - "with socket.create_connection((host, 25)) as mail:"
innocent: "a plain function that only threads call, or code before asyncio.run"
lint: []
---
"""

import asyncio
import socket
import time

DELAY = 0.2  # seconds the name server takes


# region snippet
async def address_of(host: str) -> str:
    found = socket.getaddrinfo(host, 443)  # BUG: the loop's thread asks the name server
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
