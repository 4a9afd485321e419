r"""A close that nobody waits for loses what is not sent yet.

---
failure: silent
expect:
  stdout: |
    backup sent
    backup complete: False
grep: {none: "writer.close() without await writer.wait_closed() behind it, above all before the end of the program"}
symptom: [lost-work]
lint: []
---
"""

import asyncio
import gc
import socket
import threading

BACKUP = bytes(64 * 2**20)
received = 0  # bytes
accepted, reading = threading.Event(), threading.Event()


# region snippet
async def send_backup(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(BACKUP)
    writer.close()  # BUG: sends the rest later, if the loop still runs
    print("backup sent")


# endregion


def keep_backup(listener: socket.socket) -> None:
    global received
    connection, _ = listener.accept()
    accepted.set()
    reading.wait()
    with connection:
        while chunk := connection.recv(65536):
            received += len(chunk)


async def begin_to_read() -> None:
    while not accepted.is_set():
        await asyncio.sleep(0)
    for _ in range(
        1000
    ):  # turns of the loop, which asyncio.run does not take at its end
        await asyncio.sleep(0)
    reading.set()


async def main(port: int) -> None:
    begin = asyncio.create_task(begin_to_read())
    await send_backup(port)
    begin.cancel()


with socket.create_server(("127.0.0.1", 0)) as listener:
    keeper = threading.Thread(target=keep_backup, args=[listener])
    keeper.start()
    asyncio.run(main(listener.getsockname()[1]))
    gc.collect()  # closes the connection, as the end of a program does
    reading.set()
    keeper.join()
print("backup complete:", received == len(BACKUP))
