r"""A task that nothing refers to is collected in the middle of its work.

---
failure: warning
symptom: [lost-work]
expect:
  stdout: |
    paid: []
  stderr: ["Task was destroyed but it is pending!"]
grep:
  - pattern: '\A[ \t]*(_[ \t]*=[ \t]*)?((asyncio|[\w.]*loop(\(\))?)\.)?(create_task|ensure_future)\(|([^(\[{,\s][ \t]*|\n)\n[ \t]*(_[ \t]*=[ \t]*)?((asyncio|[\w.]*loop(\(\))?)\.)?(create_task|ensure_future)\('
    multiline: true
    hits:
      - "    _ = asyncio.ensure_future(notify(user))"
      - "        self.loop.create_task(self.refresh())"
      - "    asyncio.get_running_loop().create_task(send()).add_done_callback(report)"
  - pattern: '(lambda[^:\n]*:[ \t]*|^[ \t]*\[[ \t]*)((asyncio|[\w.]*loop(\(\))?)\.)?(create_task|ensure_future)\('
    hits:
      - "button.on_click(lambda: asyncio.create_task(refresh()))"
      - "    [asyncio.create_task(notify(s)) for s in subscribers]"
  - pattern: '\A[ \t]*asyncio\.(gather|shield|run_coroutine_threadsafe)\(|([^(\[{,\s][ \t]*|\n)\n[ \t]*asyncio\.(gather|shield|run_coroutine_threadsafe)\('
    multiline: true
    hits:
      - "    asyncio.gather(*callbacks)"
      - "    asyncio.run_coroutine_threadsafe(notify(user), loop)"
innocent: "a group's create_task, or the task is awaited, returned or stored"
lint: [ruff:RUF006, flake8-async:ASYNC300, mypy:unused-awaitable]
corrects:
  - said: "create_task is for fire-and-forget"
    instead: "keep a reference to every task and hear its failure, or use a task group"
marks:
  - pattern: '\b(create_task|ensure_future|start_background_task|start_soon)\('
    ask: "who holds it, sees its error, awaits it at the end?"
---
"""

import asyncio
import gc

paid: list[str] = []


# region snippet
async def await_payment(order: str, port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{order}\n".encode())
    await reader.readline()  # until the bank answers
    paid.append(order)
    writer.close()


def accept(order: str, port: int) -> None:
    asyncio.create_task(await_payment(order, port))  # BUG: nothing keeps the task


# endregion


async def bank(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readline()
    gc.collect()  # as happens now and then in every process
    writer.write(b"paid\n")
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(bank, "127.0.0.1", 0)
    accept("order 7", server.sockets[0].getsockname()[1])
    while len(asyncio.all_tasks()) > 1:  # all but this one have ended
        await asyncio.sleep(0.001)
    server.close()
    print("paid:", paid)


asyncio.run(main())
