r"""A retry without a bound hides a failure that does not pass.

---
failure: hang
symptom: [hang, lost-error]
expect:
  exit: timeout
  within: 0.5
  stdout: ["opening the shop"]
grep:
  pattern: '^[ \t]+while (True|1):[^\n]*\n[ \t]+try:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+return await [^\n]*\n[ \t]+except[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+await [\w.]*sleep\('
  multiline: true
innocent: "a deadline stands around it, or a background loop that logs each failure"
lint: []
marks:
  - pattern: '^\s*while True:'
    ask: "what ends it, and does a failing turn pause?"
---
"""

import asyncio


async def connect() -> str:
    raise ConnectionRefusedError("no such database")


# region snippet
async def connected() -> str:
    while True:  # BUG: as often as it takes
        try:
            return await connect()
        except ConnectionError:
            await asyncio.sleep(0.001)


async def main() -> None:
    print("opening the shop")
    try:
        print(await connected())
    except ConnectionError as failure:
        print("not opened:", failure)


# endregion


asyncio.run(main())
