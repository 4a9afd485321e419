r"""A logging filter reads the request id, which tasks, threads and callbacks carry along.

---
expect:
  stdout: |
    [r-1] timer
    [r-1] thread
    [r-1] task
    [r-2] timer
    [r-2] thread
    [r-2] task
    [-] worker started before the requests
---
"""

import asyncio
import contextvars
import logging
import sys

# region snippet
request_id: contextvars.ContextVar[str] = contextvars.ContextVar("id", default="-")


class RequestId(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


async def handle(request: str) -> None:
    request_id.set(request)  # ends with the task of this request: no reset
    loading = asyncio.create_task(load())
    asyncio.get_running_loop().call_later(0, logging.info, "timer")
    await loading


# endregion


async def load() -> None:
    await asyncio.sleep(0.01)  # the timer has fired
    await asyncio.to_thread(logging.info, "thread")
    logging.info("task")


async def work(requests: "asyncio.Queue[str]") -> None:
    await requests.get()
    logging.info("worker started before the requests")


async def main() -> None:
    requests: asyncio.Queue[str] = asyncio.Queue()
    worker = asyncio.create_task(work(requests))
    for request in ("r-1", "r-2"):
        handling = asyncio.create_task(handle(request))
        await handling
    await requests.put("r-3")
    await worker


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[%(request_id)s] %(message)s"))
handler.addFilter(RequestId())
logging.basicConfig(level=logging.INFO, handlers=[handler])
asyncio.run(main())
