r"""Clean-up in except and again in finally gives back every resource twice.

---
failure: silent
expect:
  stdout: |
    failed: bank is down
    free: ['link 1', 'link 1']
grep:
  - pattern: 'except\b[^\n]*:[^\n]*\n([ \t]+([^\sde]|d[^e]|e[^xl])[^\n]*\n){0,6}?[^\n]*\b(release|unlock|give_back)\w*\([^\n]*\n([ \t]+([^\sd]|d[^e])[^\n]*\n){0,8}?[ \t]+finally:[^\n]*\n([ \t]+[^\n]*\n){0,4}?[^\n]*\b(release|unlock|give_back)\w*\('
    multiline: true
innocent: "a second close does nothing, or the two close different things"
symptom: [late-cleanup, wrong-data]
lint: [flake8-async:ASYNC120]
corrects:
  - said: "on an error, close everything in except and once more in finally"
    instead: "close in finally alone, or let an AsyncExitStack do it"
---
"""

import asyncio

free = ["link 1"]


async def acquire() -> str:
    await asyncio.sleep(0)  # waits for a free link
    return free.pop()


async def release(link: str) -> None:
    await asyncio.sleep(0)  # resets the link
    free.append(link)


async def charge(order: str, link: str) -> None:
    raise ConnectionError("bank is down")


# region snippet
async def charge_all(orders: list[str]) -> None:
    links: list[str] = []
    try:
        for order in orders:
            links.append(await acquire())
            await charge(order, links[-1])
    except ConnectionError:
        await asyncio.gather(
            *[release(link) for link in links]
        )  # BUG: finally does too
        raise
    finally:
        await asyncio.gather(*[release(link) for link in links])


# endregion


async def main() -> None:
    try:
        await charge_all(["order 7", "order 8"])
    except ConnectionError as error:
        print("failed:", error)
    print("free:", free)


asyncio.run(main())
