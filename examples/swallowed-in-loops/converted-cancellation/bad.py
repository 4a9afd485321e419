r"""A cancellation that is raised as another error is retried like a failure.

---
failure: silent
expect:
  stdout: |
    primary failed, next one
    stock: 42
    cancelled: False
symptom: [not-stopped]
grep:
  - pattern: 'except\b[^\n]*\b(BaseException|CancelledError)\b[^\n:]*:[^\n]*\n([ \t]+([^rie\s]|r[^ae]|i[^f]|e[^x])[^\n]*\n){0,4}?[ \t]+raise [\w.]+\('
    multiline: true
    hits:
      - "    except (asyncio.CancelledError, OSError) as error:\n        log(error)\n        raise StockError(replica)\n"
innocent: "an earlier clause lets CancelledError through, or nothing in the try awaits"
lint: [flake8-async:ASYNC104]
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
    except BaseException as error:
        raise ReplicaError(replica) from error  # BUG: a cancellation too


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
