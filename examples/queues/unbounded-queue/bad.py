r"""An unbounded queue lets a fast producer run away from its consumer.

---
failure: silent
symptom: [memory, frozen]
expect:
  stdout: |
    1000 stored
  metrics:
    backlog: "== 1000"
grep:
  - '\b(asyncio\.)?(Lifo|Priority)?Queue(\[[^\n]*\])?\(\s*\)'
  - pattern: '\basyncio\.(Lifo|Priority)?Queue\(\s*(maxsize\s*=\s*)?0\s*\)'
    hits: ["    self.events = asyncio.Queue(maxsize=0)"]
innocent: "a queue of threads, or something else bounds the number of items"
lint: []
---
"""

import asyncio

backlog = stored = 0


async def store(readings: asyncio.Queue[int]) -> None:
    global stored
    while True:
        await readings.get()
        await asyncio.sleep(0)  # the database needs its time
        stored += 1
        readings.task_done()


# region snippet
async def main() -> None:
    global backlog
    readings: asyncio.Queue[int] = asyncio.Queue()  # BUG: takes as many as come
    consumer = asyncio.create_task(store(readings))
    for reading in range(1000):
        await readings.put(reading)
        backlog = max(backlog, readings.qsize())
    await readings.join()
    consumer.cancel()
    print(stored, "stored")


# endregion


asyncio.run(main())
print(f"metric backlog={backlog}")
