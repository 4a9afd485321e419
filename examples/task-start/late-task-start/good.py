r"""One suspension between create_task and the work lets the task begin.

---
expect:
  stdout: |
    weather asked for
    report built
    3 rows, 21 degrees
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
    weather = asyncio.create_task(ask_weather())
    await asyncio.sleep(0)  # FIX: the task runs up to its first wait
    report = build_report(rows)
    print(f"{report}, {await weather} degrees")


# endregion


asyncio.run(show([1, 2, 3]))
