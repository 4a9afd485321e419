r"""join waits for ever where a path through the worker skips task_done.

---
failure: hang
symptom: [hang-at-exit]
expect:
  exit: timeout
  within: 0.5
  stdout:
    - "A-17 sent"
    - "A-18: no such address"
    - "A-19 sent"
grep:
  - pattern: '([^:)\s]|[^(\n]\)|[^t\n]\(\)|[^ei\n]t\(\)|[^g\n]et\(\)|[^a\n]it\(\))[ \t]*\n[ \t]+[\w.]+\.task_done\(\)'
    multiline: true
innocent: "it stands in a finally, or nothing above it can fail"
lint: []
---
"""

import asyncio


async def send(invoice: str) -> None:
    await asyncio.sleep(0)
    if invoice == "A-18":
        raise LookupError("no such address")
    print(invoice, "sent")


# region snippet
async def work(invoices: asyncio.Queue[str]) -> None:
    while True:
        invoice = await invoices.get()
        try:
            await send(invoice)
            invoices.task_done()  # BUG: not reached when sending fails
        except LookupError as failure:
            print(f"{invoice}: {failure}")


async def main() -> None:
    invoices: asyncio.Queue[str] = asyncio.Queue(10)
    worker = asyncio.create_task(work(invoices))
    for invoice in ("A-17", "A-18", "A-19"):
        await invoices.put(invoice)
    await invoices.join()
    print("all handled")
    worker.cancel()


# endregion


asyncio.run(main())
