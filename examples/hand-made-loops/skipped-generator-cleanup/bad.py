r"""A hand-made loop never finishes a half-read async generator.

---
failure: silent
expect:
  stdout: |
    lock taken
    invoice-1
    export done
grep: '\bloop\.close\(\)'
innocent: "shutdown_asyncgens() stands before it, or no generator is left half read"
symptom: [late-cleanup]
lint: []
---
"""

import asyncio
from collections.abc import AsyncGenerator


async def read_invoices() -> AsyncGenerator[str]:
    print("lock taken")
    try:
        yield "invoice-1"
        yield "invoice-2"
    finally:
        await asyncio.sleep(0)  # the database answers
        print("lock released")


# region snippet
class Export:
    def __init__(self) -> None:
        self.invoices = read_invoices()

    async def preview(self) -> None:
        print(await anext(self.invoices))


export = Export()
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(export.preview())
finally:
    loop.close()  # BUG: closes no async generator
# endregion

print("export done")
