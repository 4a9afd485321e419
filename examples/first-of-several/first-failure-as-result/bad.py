r"""The first task to complete may have failed while another succeeds.

---
failure: exception
symptom: [late-cleanup, lost-error]
expect:
  exit: 1
  stdout: ["session closed", "oslo: released too late"]
  stderr: ["ConnectionError: lyon down"]
grep:
  - pattern: '\b(\w+_)?(done|completed?|finished)(_(tasks|set|futures))?\.pop\(\)'
  - pattern: '\bnext\(iter\((\w+_)?(done|completed?|finished)\b|\blist\((done|completed|finished)\)\[|\bnext\((asyncio\.)?as_completed\('
    hits:
      - "    winner = next(iter(done))"
      - "    return list(done)[0].result()"
      - "    return await next(asyncio.as_completed(tasks))"
  - pattern: '\bfor \w+ in \w*pending\w*:[^\n]*\n[ \t]+\w+\.cancel\(\)[^\n]*\n\s*(return|raise|break|print\(|\w+ = [^a])'
    multiline: true
innocent: "the code asks which task ended, a failure is an answer, or it is no task"
lint: []
corrects:
  - said: "wait for the first completed task, cancel the rest, return its result"
    instead: "wait on until one succeeds; await the cancelled ones before the session closes"
---
"""

import asyncio

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
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    return done.pop().result()  # BUG: the first to end, not the first success


# endregion


async def main() -> None:
    session = Session()
    try:
        print(await fetch_rates(session, ["lyon", "lima", "oslo"]))
    finally:
        session.closed = True
        print("session closed")


asyncio.run(main())
