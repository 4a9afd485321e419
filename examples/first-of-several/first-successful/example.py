r"""The first success among several sources: failures skipped, losers stopped.

---
expect:
  stdout: |
    oslo: released
    rates from lima
    session closed
    all failed: (ConnectionError('lyon down'), ConnectionError('bonn down'))
---
"""

import asyncio

TURNS = {"lyon": 1, "oslo": 3600, "lima": 2, "kiel": 2, "bonn": 2}  # to an answer


class Session:
    closed = False

    async def fetch(self, mirror: str) -> str:
        try:
            for _ in range(TURNS[mirror]):
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            await asyncio.sleep(0)  # clean-up that takes a moment
            print(f"{mirror}: released{' too late' if self.closed else ''}")
            raise
        if mirror in ("lyon", "bonn"):
            raise ConnectionError(f"{mirror} down")
        return f"rates from {mirror}"


# region snippet
async def first_successful(session: Session, mirrors: list[str]) -> str:
    tasks = [asyncio.create_task(session.fetch(mirror)) for mirror in mirrors]
    pending, failures = set(tasks), []
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in sorted(done, key=tasks.index):  # the preferred mirror first
                try:
                    return task.result()
                except OSError as failure:
                    failures.append(failure)
        raise ExceptionGroup("no mirror answered", failures)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


# endregion


async def main() -> None:
    session = Session()
    print(await first_successful(session, ["lyon", "oslo", "lima", "kiel", "bonn"]))
    session.closed = True
    print("session closed")
    try:
        await first_successful(session, ["lyon", "bonn"])
    except* ConnectionError as group:
        print("all failed:", group.exceptions)


asyncio.run(main())
