r"""A plain callback slot calls the async function and drops its coroutine.

---
failure: warning
expect:
  stdout: |
    mailed: []
  stderr: ["RuntimeWarning: coroutine 'mail_receipt' was never awaited"]
grep:
  - pattern: '\.add_done_callback\((self\.|\w+\.)?_?(send|mail|notify|publish|save|store|write|update|report|process|fetch|close|stop|handle)_\w+\)'
    hits: ["task.add_done_callback(self._save_result)"]
  - pattern: '\b(call_later|call_at|call_soon|call_soon_threadsafe|Timer|add_signal_handler|atexit\.register|signal\.signal)\(([^,()\n]+, ?)?(self\.|\w+\.)?_?(send|mail|notify|publish|save|store|write|update|report|process|fetch|refresh|renew|poll|shutdown|shut_down|close|stop|handle|flush)(_\w+)?[,)]'
    hits: ["loop.call_later(5, self._refresh_token)", "loop.add_signal_handler(signal.SIGTERM, shutdown)", "atexit.register(close_pool)"]
innocent: "the function is a plain def"
symptom: [lost-work]
lint: []
marks:
  - pattern: '\badd_done_callback\('
    ask: "a plain function, that asks cancelled() first, and is removed in time?"
---
"""

import asyncio

mailed: list[str] = []


async def charge(order: str) -> str:
    await asyncio.sleep(0)  # the bank answers
    return f"receipt for {order}"


# region snippet
async def mail_receipt(charging: asyncio.Task[str]) -> None:
    mailed.append(charging.result())


async def check_out(order: str) -> None:
    charging = asyncio.create_task(charge(order))
    charging.add_done_callback(mail_receipt)  # BUG: called, not awaited
    await asyncio.wait([charging])


# endregion


async def main() -> None:
    await check_out("order 7")
    await asyncio.sleep(0)  # the callbacks have been called
    print("mailed:", mailed)


asyncio.run(main())
