r"""gather over all inputs opens as many connections as there are inputs.

---
failure: exception
expect:
  exit: 1
  stderr: ["ConnectionRefusedError: too many connections"]
grep:
  - '\bgather\(\s*\*'
  - pattern: '\b(create_task|ensure_future)\([^\n]*\bfor [a-z(]'
    hits: ["    tasks = [asyncio.create_task(fetch(url)) for url in urls]"]
  - pattern: '^[ \t]*(async )?for [a-z(][^\n]*:[^\n]*\n[ \t]+[^\n]*\b(create_task|ensure_future)\('
    multiline: true
    hits: ["    for url in urls:\n        group.create_task(fetch(url))\n"]
innocent: "a short fixed list, tasks that run already, or a pool or callee that bounds the calls"
lint: []
---
"""

import asyncio

CAPACITY = 5  # connections that the database accepts
connections = 0


async def query(customer: int) -> int:
    global connections
    connections += 1
    try:
        if connections > CAPACITY:
            raise ConnectionRefusedError("too many connections")
        await asyncio.sleep(0.001)  # the database needs its time
        return customer * 10
    finally:
        connections -= 1


# region snippet
async def main() -> None:
    customers = range(200)
    balances = await asyncio.gather(*map(query, customers))  # BUG: 200 at once
    print("total:", sum(balances))


# endregion


asyncio.run(main())
