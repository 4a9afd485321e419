r"""A call makes a coroutine; await, create_task and asyncio.run drive it, once.

---
expect:
  stdout: |
    called: coroutine, sent []
    awaited: sent ['ada']
    task created: sent ['ada']
    task awaited: sent ['ada', 'bob']
    RuntimeError: cannot reuse already awaited coroutine
---
"""

import asyncio

sent: list[str] = []


async def send_receipt(customer: str) -> None:
    await asyncio.sleep(0)  # the mail server's turn
    sent.append(customer)


# region snippet
async def main() -> None:
    receipt = send_receipt("ada")
    print(f"called: {type(receipt).__name__}, sent {sent}")
    await receipt
    print(f"awaited: sent {sent}")
    task = asyncio.create_task(send_receipt("bob"))
    print(f"task created: sent {sent}")
    await task
    print(f"task awaited: sent {sent}")
    try:
        await receipt
    except RuntimeError as error:
        print(f"RuntimeError: {error}")


asyncio.run(main())
# endregion
