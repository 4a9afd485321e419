r"""The race goes on past failures, and its losers have ended before it returns.

---
expect:
  stdout: |
    lyon: released
    lima: released
    oslo: released
    rates from lima
    session closed
---
"""

import asyncio
import contextlib

TURNS = {"lyon": 1, "lima": 9, "oslo": 3600}  # to an answer


class Session:
    closed = False

    async def fetch(self, mirror: str) -> str:
        try:
            for _ in range(TURNS[mirror]):
                await asyncio.sleep(0)
        finally:
            print(f"{mirror}: released{' too late' if self.closed else ''}")
        if mirror == "lyon":
            raise ConnectionError("lyon down")
        return f"rates from {mirror}"


# region snippet
async def fetch_rates(session: Session, mirrors: list[str]) -> str:
    tasks = [asyncio.create_task(session.fetch(mirror)) for mirror in mirrors]
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in done:
                with contextlib.suppress(OSError):
                    return task.result()  # FIX: only a success ends the race
        raise ConnectionError("no mirror answered")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


# endregion


async def main() -> None:
    session = Session()
    try:
        print(await fetch_rates(session, ["lyon", "lima", "oslo"]))
    finally:
        session.closed = True
        print("session closed")


asyncio.run(main())
