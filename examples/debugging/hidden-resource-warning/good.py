r"""sys.unraisablehook gets what was raised in __del__, so the run can fail.

---
expect:
  exit: 1
  stdout: |
    leaks: 1
---
"""

import asyncio
import gc
import sys
import warnings


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def ask_warehouse() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port)
    await reader.read()
    server.close()  # and the writer is forgotten


# region snippet
def run_tests() -> None:
    warnings.simplefilter("error", ResourceWarning)
    leaks: list[object] = []
    sys.unraisablehook = lambda raised: leaks.append(raised.exc_value)  # FIX: keeps it
    asyncio.run(ask_warehouse())
    gc.collect()
    print("leaks:", len(leaks))
    sys.exit(bool(leaks))


run_tests()
# endregion
