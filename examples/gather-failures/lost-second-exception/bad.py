r"""gather raises the first failure and drops every later one.

---
failure: silent
symptom: [lost-error]
expect:
  stdout: |
    failed: orders: disk full
grep:
  - pattern: '(^|[^.\w]|asyncio\.)gather\(([^()=]|\(([^()]|\(([^()]|\([^()]*\))*\))*\))*\):?[ \t]*(#[^\n]*)?\n'
    multiline: true
innocent: "each member logs its own failure, or all only read"
lint: []
---
"""

import asyncio


async def back_up(table: str, fault: str) -> None:
    await asyncio.sleep(0)
    raise OSError(f"{table}: {fault}")


# region snippet
async def back_up_all() -> None:
    backups = [back_up("orders", "disk full"), back_up("invoices", "no such host")]
    try:
        await asyncio.gather(*backups)  # BUG: hands over the first failure only
    except OSError as error:
        print("failed:", error)


# endregion


asyncio.run(back_up_all())
