r"""asyncio.run cancels the tasks that are still at work when main returns.

---
failure: silent
symptom: [lost-work]
expect:
  stdout: |
    order 7 saved
    receipts sent: []
grep:
  - pattern: '\b(create_task|ensure_future)\([^\n]*\n([^\n]*\n){0,3}?[^\n]*\.add_done_callback\([\w.]*\.(discard|remove)\)'
    multiline: true
innocent: "returned or stored, and close() cancels and awaits it"
lint: []
---
"""

import asyncio

sent: list[str] = []
background: set[asyncio.Task[None]] = set()


async def send_receipt(order: str) -> None:
    await asyncio.sleep(0.01)  # the mail server takes its time
    sent.append(order)


# region snippet
async def main() -> None:
    task = asyncio.create_task(send_receipt("order 7"))  # BUG: main does not wait
    background.add(task)
    task.add_done_callback(background.discard)
    print("order 7 saved")


asyncio.run(main())
print("receipts sent:", sent)
# endregion
