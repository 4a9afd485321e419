r"""The one call that starts the loop says which loop.

---
expect:
  stdout: |
    loop of uvloop
requires: {packages: [uvloop], platform: posix}
---
"""

# region snippet
import asyncio

import uvloop


async def main() -> None:
    print("loop of", type(asyncio.get_running_loop()).__module__)


with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:  # FIX: this run
    runner.run(main())
# endregion
