r"""The interpreter waits for a thread that is not a daemon.

---
expect:
  stdout: |
    main ends
    metrics sent
---
"""

# region snippet
import asyncio
import threading


async def send_metrics() -> None:
    try:
        await asyncio.sleep(0.3)  # the last batch is on its way
    finally:
        print("metrics sent")


sender = threading.Thread(
    target=lambda: asyncio.run(send_metrics()),
    daemon=False,  # FIX: the exit waits for it
)
sender.start()
print("main ends")
# endregion
