r"""Only failures of the work are raised as the service's own error.

---
expect:
  stdout: |
    cancelled: True
---
"""

import asyncio


async def read(replica: str) -> int:
    if replica == "primary":
        await asyncio.Event().wait()  # this replica never answers
    return 42


# region snippet
class ReplicaError(Exception):
    pass


async def fetch(replica: str) -> int:
    try:
        return await read(replica)
    except OSError as error:  # FIX: a cancellation passes
        raise ReplicaError(replica) from error


async def stock() -> None:
    for replica in ("primary", "standby"):
        try:
            print(f"stock: {await fetch(replica)}")
        except ReplicaError as error:
            print(f"{error} failed, next one")


# endregion


async def main() -> None:
    request = asyncio.create_task(stock())
    await asyncio.sleep(0)  # it waits for the primary
    request.cancel()
    await asyncio.wait([request])
    print(f"cancelled: {request.cancelled()}")


asyncio.run(main())
