r"""A task begins when its creator suspends; synchronous work delays its first step.

---
failure: silent
symptom: [slow]
expect:
  stdout: |
    report built
    weather asked for
    3 rows, 21 degrees
grep: {none: "create_task, then long work without an await (a loop, json, a template) before the task is awaited"}
lint: []
---
"""

import asyncio


async def ask_weather() -> int:
    print("weather asked for")
    await asyncio.sleep(0.001)  # the other side takes its time
    return 21


def build_report(rows: list[int]) -> str:
    print("report built")  # a second of work in the real service
    return f"{len(rows)} rows"


# region snippet
async def show(rows: list[int]) -> None:
    weather = asyncio.create_task(ask_weather())  # BUG: the report comes before it
    report = build_report(rows)
    print(f"{report}, {await weather} degrees")


# endregion


asyncio.run(show([1, 2, 3]))
