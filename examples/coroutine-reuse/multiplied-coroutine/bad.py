r"""A list of one coroutine times four gives gather one worker, not four.

---
failure: silent
expect:
  stdout: |
    8 orders, packed: [8, 8, 8, 8]
    most at once: 1
symptom: [slow, wrong-data]
grep:
  - pattern: '\b(gather|wait|as_completed)\(\s*\*?\(?\[[^\]\n]*\] ?\*'
    hits: ["done, _ = await asyncio.wait([create_task(pack(orders))] * 4)"]
  - pattern: '\[[\w.]+\([^\n\]]*\)\] ?\* ?\w[^\n]*\n([^\n]*\n){0,4}?[^\n]*\b(gather|asyncio\.wait|as_completed)\('
    multiline: true
    hits: ["    workers = [pack(orders)] * 4\n    await asyncio.gather(*workers)\n"]
innocent: "the list holds no coroutine and no task"
lint: []
---
"""

import asyncio

running = most = 0


# region snippet
async def pack(orders: list[str]) -> int:
    packed = 0
    while orders:
        await box(orders.pop())
        packed += 1
    return packed


async def main() -> None:
    orders = [f"order {number}" for number in range(8)]
    packed = await asyncio.gather(*[pack(orders)] * 4)  # BUG: one coroutine, four times
    print("8 orders, packed:", packed)


# endregion


async def box(order: str) -> None:
    global running, most
    running += 1
    most = max(most, running)
    await asyncio.sleep(0)
    running -= 1


asyncio.run(main())
print("most at once:", most)
