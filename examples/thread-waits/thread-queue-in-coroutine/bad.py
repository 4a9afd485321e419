r"""get() of a thread queue stops the loop, and with it the coroutine that would put.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    packer waits
symptom: [frozen]
grep: '(^|[^\w.])(queue\.)?(SimpleQueue|(queue\.)(Queue|LifoQueue|PriorityQueue))(\[[^\]]*\])?\('
innocent: "only threads call its get() and put(); coroutines use the _nowait forms"
lint: []
---
"""

import asyncio
import queue


# region snippet
async def pack(orders: "queue.Queue[str]") -> None:
    print("packer waits")
    print("packed", orders.get())


async def main() -> None:
    orders = queue.Queue[str]()  # BUG: made for threads, its get() blocks the loop
    async with asyncio.TaskGroup() as group:
        group.create_task(pack(orders))
        await asyncio.sleep(0)  # the order comes a moment later
        orders.put("order 7")


# endregion


asyncio.run(main())
