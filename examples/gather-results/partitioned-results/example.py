r"""gather(return_exceptions=True) split into results, failures and cancellations.

---
expect:
  stdout: |
    stored: {'harbour.jpg': 11}
    failed: {'beach.jpg': ConnectionError('disk full')}
    cancelled: ['tower.jpg']
---
"""

import asyncio


async def upload(photo: str) -> int:
    await asyncio.sleep(0)  # the server's turn
    if photo == "beach.jpg":
        raise ConnectionError("disk full")
    return len(photo)


# region snippet
async def main() -> None:
    photos = ["harbour.jpg", "beach.jpg", "tower.jpg"]
    uploads = [asyncio.create_task(upload(photo)) for photo in photos]
    uploads[2].cancel()  # the user takes it off the list
    results = await asyncio.gather(*uploads, return_exceptions=True)
    stored: dict[str, int] = {}
    failed: dict[str, BaseException] = {}
    cancelled: list[str] = []
    for photo, result in zip(photos, results, strict=True):
        if isinstance(result, asyncio.CancelledError):
            cancelled.append(photo)
        elif isinstance(result, BaseException):
            failed[photo] = result
        else:
            stored[photo] = result
    print(f"stored: {stored}\nfailed: {failed}\ncancelled: {cancelled}")


# endregion


asyncio.run(main())
