r"""Inside a running loop a coroutine is awaited.

---
expect:
  stdout: |
    4
---
"""

import asyncio


async def read_replicas(service: str) -> int:
    await asyncio.sleep(0)  # the registry answers
    return 3


# region snippet
async def replicas(service: str) -> int:
    return await read_replicas(service)  # FIX: the running loop drives it


async def scale(service: str) -> int:
    return await replicas(service) + 1


# endregion


print(asyncio.run(scale("billing")))
