r"""faulthandler prints the stack of a loop that is blocked and answers nothing any more.

---
expect:
  stdout: |
    answered: False
    order-7 priced
  stderr: [" in load_rates", " in price"]
lint: [ruff:RUF029, flake8-async:ASYNC124]
requires: {platform: posix}
---
"""

import asyncio
import faulthandler
import os
import signal
import subprocess
import sys

KILL = "import os, sys; [os.kill(os.getppid(), int(number)) for number in sys.argv[1:]]"
answered: list[str] = []


def load_rates() -> None:
    signals = [str(int(number)) for number in (signal.SIGUSR2, signal.SIGUSR1)]
    subprocess.run([sys.executable, "-c", KILL, *signals])  # by hand: kill -USR1 PID


# region snippet
async def price(order: str) -> None:
    load_rates()  # blocks the loop; both signals come meanwhile
    print("answered:", bool(answered))
    print(order, "priced")


async def main() -> None:
    faulthandler.register(signal.SIGUSR1, all_threads=False)
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR2, answered.append, "dump_tasks")
    await price("order-7")


# endregion


asyncio.run(main())
