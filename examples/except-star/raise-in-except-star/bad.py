r"""What an except* clause raises arrives bare or in a group, as the siblings happened to end.

---
failure: exception
expect:
  exit: 1
  stdout: ["503 try again later"]
  stderr: ["ExceptionGroup:  (2 sub-exceptions)", "Unavailable: stock", "ValueError: no such price"]
grep:
  pattern: 'except\*[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+raise [A-Z]\w*'
  multiline: true
innocent: "the callers of the function use except* as well"
lint: []
---
"""

import asyncio


class Unavailable(Exception):
    pass


async def ask(part: str, fault: Exception | None) -> None:
    if fault:
        raise fault


# region snippet
async def quote(stock: Exception | None, price: Exception | None) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ask("stock", stock))
            group.create_task(ask("price", price))
    except* ConnectionError:
        raise Unavailable("stock")  # BUG: in a group if another error is left


async def handle_request(*faults: Exception | None) -> None:
    try:
        await quote(*faults)
    except Unavailable:
        print("503 try again later")


# endregion


async def main() -> None:
    await handle_request(ConnectionError("refused"), None)
    await handle_request(ConnectionError("refused"), ValueError("no such price"))


asyncio.run(main())
