r"""uvloop.install() sets an event loop policy, and policies are on their way out.

---
failure: warning
expect:
  stdout: |
    loop of uvloop
  stderr: ["DeprecationWarning: uvloop.install() is deprecated in favor of uvloop.run()"]
flags: [-W, default]
requires: {packages: [uvloop], python: ">=3.12", platform: posix}
grep: '\buvloop\.install\(|\bset_event_loop_policy\(\s*uvloop\b'
innocent: "the program runs on 3.11 only"
lint: []
---
"""

# region snippet
import asyncio

import uvloop


async def main() -> None:
    print("loop of", type(asyncio.get_running_loop()).__module__)


uvloop.install()  # BUG: a policy, for whoever starts a loop in this process
asyncio.run(main())
# endregion
