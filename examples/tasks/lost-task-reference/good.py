r"""A set keeps each task until it is done.

---
expect:
  stdout: |
    paid: ['order 7']
---
"""

import asyncio
import gc

paid: list[str] = []
background: set[asyncio.Task[None]] = set()


# region snippet
async def await_payment(order: str, port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{order}\n".encode())
    await reader.readline()  # until the bank answers
    paid.append(order)
    writer.close()


def accept(order: str, port: int) -> None:
    task = asyncio.create_task(await_payment(order, port))
    background.add(task)  # FIX: the set keeps the task
    task.add_done_callback(background.discard)


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
