r"""One bad item ends its worker; the rest of the queue waits for nobody.

---
failure: hang
symptom: [hang, lost-work, lost-error]
expect:
  exit: timeout
  within: 0.5
  stdout: ["lamp: 3", "waiting for the rest"]
grep:
  pattern: '^[ \t]+while [^\n]*:[^\n]*\n[ \t]+\w+ = await [\w.]+\.get\(\)[^\n]*\n[ \t]+([\w.]+ = )?await '
  multiline: true
innocent: "the called function handles its own errors, or a group is meant to stop"
lint: []
---
"""

import asyncio


async def count(line: str) -> None:
    await asyncio.sleep(0)  # the database's answer
    name, number = line.split()
    print(f"{name}: {int(number)}")


# region snippet
async def work(lines: asyncio.Queue[str]) -> None:
    while True:
        line = await lines.get()
        await count(line)  # BUG: a bad line ends the worker
        lines.task_done()


async def main() -> None:
    lines: asyncio.Queue[str] = asyncio.Queue()
    worker = asyncio.create_task(work(lines))
    for line in ("lamp 3", "chair many", "desk 1"):
        await lines.put(line)
    print("waiting for the rest")
    await lines.join()
    worker.cancel()


# endregion


asyncio.run(main())
