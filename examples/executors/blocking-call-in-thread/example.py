r"""to_thread runs a blocking function and brings back its result or its exception.

---
expect:
  stdout: |
    A-17 in EUR, for request 9
    FileNotFoundError: A-18
---
"""

import asyncio
import contextvars

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id")
archive = {"A-17"}


# region snippet
def read_invoice(number: str, *, currency: str) -> str:
    if number not in archive:
        raise FileNotFoundError(number)
    return f"{number} in {currency}, for {request_id.get()}"


async def main() -> None:
    request_id.set("request 9")
    print(await asyncio.to_thread(read_invoice, "A-17", currency="EUR"))
    try:
        await asyncio.to_thread(read_invoice, "A-18", currency="EUR")
    except FileNotFoundError as error:
        print(f"FileNotFoundError: {error}")


# endregion


asyncio.run(main())
