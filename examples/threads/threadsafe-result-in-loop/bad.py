r"""result() in the loop's own thread waits for a loop that cannot turn.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    checking out the lamp
symptom: [frozen]
grep:
  pattern: '\brun_coroutine_threadsafe\([^\n]*(\n[^\n]*){0,4}?\.result\('
  multiline: true
  hits: ["return asyncio.run_coroutine_threadsafe(fetch(), self.loop).result(timeout=5)"]
innocent: "every caller, at any depth, runs in a thread that is not the loop's"
lint: []
---
"""

import asyncio


async def fetch_price(sku: str) -> int:
    await asyncio.sleep(0)  # asks the price list
    return {"lamp": 40}[sku]


# region snippet
def price(sku: str, loop: asyncio.AbstractEventLoop) -> int:
    asked = asyncio.run_coroutine_threadsafe(fetch_price(sku), loop)
    return asked.result()  # BUG: waits for its own thread


async def check_out(sku: str) -> None:
    print(f"checking out the {sku}")
    print("price:", price(sku, asyncio.get_running_loop()))


# endregion


asyncio.run(check_out("lamp"))
