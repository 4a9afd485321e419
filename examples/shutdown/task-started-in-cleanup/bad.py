r"""A task that a clean-up starts at the end of asyncio.run never runs to its end.

---
failure: warning
expect:
  stdout: |
    main returns
  stderr: ["Task was destroyed but it is pending!"]
symptom: [lost-work, late-cleanup]
grep: {pattern: '^[ \t]+finally:[^\n]*\n([ \t]+[^\n]*\n){0,4}?[ \t]+[^#\n]*\b(create_task|ensure_future)\(', multiline: true}
innocent: "the new task is awaited in the same finally"
lint: []
---
"""

import asyncio

tasks: set[asyncio.Task[None]] = set()


# region snippet
async def deregister(worker: str) -> None:
    await asyncio.sleep(0.2)  # tells the register
    print(worker, "deregistered")


async def work(worker: str) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        tasks.add(asyncio.create_task(deregister(worker)))  # BUG: nobody waits


async def main() -> None:
    tasks.add(asyncio.create_task(work("worker 3")))
    await asyncio.sleep(0)
    print("main returns")


# endregion


asyncio.run(main())
