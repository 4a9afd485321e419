r"""gather(return_exceptions=True) raises nothing: a failure is a list item.

---
failure: silent
symptom: [lost-error]
expect:
  stdout: |
    parcel to ada sent
    parcel to bob sent
grep:
  pattern: '^[ \t]*await (asyncio\.)?gather\(([^()]|\(([^()]|\([^()]*\))*\))*?return_exceptions\s*=\s*True'
  multiline: true
innocent: "the tasks were cancelled before, or each logs its own failure"
lint: []
---
"""

import asyncio


async def charge(customer: str) -> str:
    if customer == "bob":
        raise ConnectionError("card terminal offline")
    return f"receipt for {customer}"


# region snippet
async def main() -> None:
    customers = ["ada", "bob"]
    charges = [charge(customer) for customer in customers]
    await asyncio.gather(*charges, return_exceptions=True)  # BUG: nobody reads the list
    for customer in customers:
        print(f"parcel to {customer} sent")


# endregion


asyncio.run(main())
