r"""A read from a peer without a limit waits for ever when the peer is silent.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    asking for lamp
symptom: [hang, slow-under-load, leak]
grep:
  none: >-
    an await of the network (read, readline, readexactly, drain, open_connection, acquire, receive, wait on a child process)
    with no asyncio.timeout in the function or in its callers, and no timeout setting in the client that it uses
lint: []
marks:
  - pattern: '\bawait [^\n]*(\.(read(line|lines|exactly|until|into|some|any|chunk|all|_response|_packet|_message|_frame|_bytes)?|recv\w*|receive\w*|connect)|open_connection|create_connection)\('
    ask: "what bounds it, and who wakes it if the peer is gone?"
---
"""

import asyncio

LIMIT = 0.02  # seconds for one answer


# region snippet
async def ask_stock(item: str, port: int) -> str:
    print(f"asking for {item}", flush=True)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{item}\n".encode())
        answer = await reader.readline()  # BUG: a silent peer is no error
    finally:
        writer.close()
    return answer.decode()


# endregion


async def main() -> None:
    async def silent(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        handlers.append(asyncio.current_task())
        await reader.read()  # until the client hangs up
        writer.close()

    handlers: list[asyncio.Task[None]] = []
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    try:
        print(await ask_stock("lamp", server.sockets[0].getsockname()[1]))
    except TimeoutError:
        print("no answer in time")
    await asyncio.wait(handlers)
    server.close()


asyncio.run(main())
