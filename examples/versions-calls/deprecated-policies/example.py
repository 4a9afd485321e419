r"""Event loop policies are deprecated, their child watchers gone.

---
expect:
  - python: "<3.14"
    stdout: |
      True, child watchers: True
  - python: ">=3.14"
    stdout: |
      True, child watchers: False
    stderr:
      - "DeprecationWarning: 'asyncio.set_event_loop_policy' is deprecated and slated for removal in Python 3.16"
      - "DeprecationWarning: 'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; use inspect.iscoroutinefunction() instead"
lint: [pyright:reportDeprecated]
---
"""

import asyncio


async def main() -> None:
    await asyncio.sleep(0)


# region snippet
asyncio.set_event_loop_policy(None)
found = asyncio.iscoroutinefunction(main)
print(f"{found}, child watchers: {hasattr(asyncio, 'ThreadedChildWatcher')}")
# endregion
