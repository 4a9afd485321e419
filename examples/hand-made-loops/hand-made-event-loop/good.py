r"""asyncio.run cancels what still runs and waits for its cleanup.

---
expect:
  stdout: |
    shipper runs, order-7 paid
    shipped ['order-7']
    server stopped
---
"""

import asyncio
import gc

METRICS = ["order-7"]


async def ship_metrics() -> None:
    try:
        await asyncio.Event().wait()  # until the next full minute
    finally:
        await asyncio.sleep(0)  # the collector answers
        print(f"shipped {METRICS}")


# region snippet
async def serve() -> None:
    shipper = asyncio.create_task(ship_metrics(), name="shipper")
    await asyncio.sleep(0)  # the shipper begins
    print(f"{shipper.get_name()} runs, order-7 paid")


asyncio.run(serve())  # FIX: cancels the shipper and waits for it
# endregion

print("server stopped")
gc.collect()
