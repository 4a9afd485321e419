r"""isinstance(result, Exception) takes a cancelled child for a success.

---
failure: silent
symptom: [wrong-data, lost-error]
expect:
  stdout: |
    deleted from the camera: ['beach.jpg', 'harbour.jpg']
grep:
  - pattern: 'return_exceptions\s*=\s*True[^\n]*\n([^\n]*\n){0,15}?[^\n]*isinstance\(\s*\w+(\[[^\]]*\])?\s*,\s*\(?\s*Exception\s*\)'
    multiline: true
innocent: "CancelledError is tested before, or it is no result of gather"
lint: []
corrects:
  - said: "split the results of gather with isinstance(result, Exception)"
    instead: "test against BaseException, and keep cancellations apart"
  - said: "return the results of gather that are no Exception"
    instead: "return those that are no BaseException"
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
        if not isinstance(result, Exception):  # BUG: CancelledError is no Exception
            stored.append(photo)
    print(f"deleted from the camera: {stored}")


# endregion


asyncio.run(main())
