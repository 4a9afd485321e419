r"""A ResourceWarning turned into an error is printed, and the run passes all the same.

---
failure: warning
expect:
  stdout: |
    tests passed
  stderr: ["ResourceWarning: unclosed"]
grep: {none: "error::ResourceWarning or simplefilter(error, ResourceWarning), with no sys.unraisablehook and no pytest to make it a failure"}
symptom: [fails-in-suite, leak]
lint: []
---
"""

import asyncio
import gc
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
    warnings.simplefilter("error", ResourceWarning)  # BUG: is raised in __del__
    asyncio.run(ask_warehouse())
    gc.collect()
    print("tests passed")


run_tests()
# endregion
