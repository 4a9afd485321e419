r"""A hand-made loop leaves background tasks pending when it closes.

---
failure: warning
expect:
  stdout: |
    shipper runs, order-7 paid
    server stopped
  stderr:
    - "Task was destroyed but it is pending!"
    - "RuntimeError: coroutine ignored GeneratorExit"
grep:
  - pattern: '^([ \t]*([^\se]|e[^x]|ex[^c])[^\n]*)?\n[^\n]*\bnew_event_loop\('
    multiline: true
innocent: "no task, generator or executor job is left, or the code cleans up before close()"
symptom: [lost-work, late-cleanup]
lint: []
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


loop = asyncio.new_event_loop()  # BUG: its close() cancels no task
asyncio.set_event_loop(loop)
try:
    loop.run_until_complete(serve())
finally:
    loop.close()
# endregion

print("server stopped")
gc.collect()
