r"""isinstance(result, BaseException) sorts out a cancelled child as well.

---
expect:
  stdout: |
    deleted from the camera: ['harbour.jpg']
---
"""

import asyncio


async def upload(photo: str) -> int:
    await asyncio.sleep(0)  # the server's turn
    return len(photo)


# region snippet
async def main() -> None:
    photos = ["beach.jpg", "harbour.jpg"]
    uploads = [asyncio.create_task(upload(photo)) for photo in photos]
    uploads[0].cancel()  # the user takes it off the list
    results = await asyncio.gather(*uploads, return_exceptions=True)
    stored = []
    for photo, result in zip(photos, results, strict=True):
        if not isinstance(result, BaseException):  # FIX: covers CancelledError
            stored.append(photo)
    print(f"deleted from the camera: {stored}")


# endregion


asyncio.run(main())
