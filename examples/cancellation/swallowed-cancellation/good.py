r"""An except clause for the errors of the work lets the cancellation through.

---
expect:
  stdout: |
    cancelled: True
---
"""

import asyncio


async def deliver(subscriber: str) -> None:
    await asyncio.sleep(0)  # the mail server's turn
    print(f"sent to {subscriber}")


# region snippet
async def send_newsletter(subscribers: list[str]) -> None:
    for subscriber in subscribers:
        try:
            await deliver(subscriber)
        except OSError:  # FIX: CancelledError is no OSError
            print(f"{subscriber} skipped")


# endregion


async def main() -> None:
    campaign = asyncio.create_task(send_newsletter(["ada", "bob", "eve"]))
    await asyncio.sleep(0)  # the first mail is on its way
    campaign.cancel()
    await asyncio.wait([campaign])
    print(f"cancelled: {campaign.cancelled()}")


asyncio.run(main())
