r"""The end of the process cuts off a daemon thread, and the loop in it.

---
failure: silent
expect:
  stdout: |
    main ends
symptom: [lost-work]
grep: '\bdaemon\s*=\s*True\b'
innocent: "nothing is lost when it is cut off anywhere; or the program stops it and joins it"
lint: []
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
    daemon=True,  # BUG: cut off when the main thread ends
)
sender.start()
print("main ends")
# endregion
