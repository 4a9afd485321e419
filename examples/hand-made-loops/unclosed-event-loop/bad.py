r"""A loop that nobody closes keeps its selector and sockets open.

---
failure: leak
flags: [-W, always::ResourceWarning]
expect:
  stdout: |
    order-7 archived
  stderr: ["ResourceWarning: unclosed event loop"]
grep: '\bnew_event_loop\('
innocent: "close() stands in a finally or a teardown"
symptom: [leak]
lint: []
---
"""

import asyncio
import gc


async def upload(order: str) -> None:
    await asyncio.sleep(0)  # the archive answers
    print(f"{order} archived")


# region snippet
def archive(order: str) -> None:
    loop = asyncio.new_event_loop()  # BUG: a new one per call, never closed
    loop.run_until_complete(upload(order))


archive("order-7")
# endregion

gc.collect()
