r"""A bounded queue makes its producer wait for its consumer.

---
expect:
  stdout: |
    1000 stored
  metrics:
    backlog: "<= 10"
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
    readings: asyncio.Queue[int] = asyncio.Queue(10)  # FIX: put waits while full
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
