r"""Clean up in finally, awaiting if need be, and let the cancellation go on.

---
expect:
  stdout: |
    booking withdrawn
    connection returned
    customer told
    TimeoutError()
    booking withdrawn
    connection returned
    cancelled: True
lint: [flake8-async:ASYNC120]
---
"""

import asyncio


async def wait_for_hotel() -> None:
    await asyncio.Event().wait()  # it never answers


async def say(what: str) -> None:
    await asyncio.sleep(0)  # the network's turn
    print(what)


# region snippet
async def book() -> None:
    try:
        await wait_for_hotel()
    except asyncio.CancelledError:
        await say("booking withdrawn")  # only where cancellation needs more
        raise
    finally:
        await say("connection returned")  # on every way out


async def check_out() -> None:
    try:
        async with asyncio.timeout(0.01):
            await book()
    except TimeoutError:
        await say("customer told")
        raise


# endregion


async def main() -> None:
    (end,) = await asyncio.gather(check_out(), return_exceptions=True)
    print(repr(end))
    booking = asyncio.create_task(book())
    await asyncio.sleep(0)  # it waits for the hotel
    booking.cancel()
    await asyncio.wait([booking])
    print(f"cancelled: {booking.cancelled()}")


asyncio.run(main())
