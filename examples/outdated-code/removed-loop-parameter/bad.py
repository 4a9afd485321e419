r"""The parameter loop= was removed from asyncio in 3.10.

---
failure: exception
expect:
  exit: 1
  stderr: ["TypeError: sleep() got an unexpected keyword argument 'loop'"]
grep:
  - pattern: '(^|[^.\w]|\basyncio\.)(sleep|wait|wait_for|gather|shield|as_completed|Lock|Event|Condition|Semaphore|BoundedSemaphore|Queue|PriorityQueue|LifoQueue|start_server|open_connection|create_subprocess_exec|create_subprocess_shell)\([^\n]*\bloop=\w'
    multiline: true
    hits:
      - "self.lock = asyncio.Lock(loop=loop)"
      - "await asyncio.wait_for(read(), 5, loop=self.loop)"
innocent: "a function of the program or of another library with that name"
lint: [mypy:call-overload, pyright:reportCallIssue, pylint:deprecated-argument]
---
"""

import asyncio


# region snippet
async def main() -> None:
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.01, loop=loop)  # BUG: no such parameter
    print("polled")


asyncio.run(main())
# endregion
