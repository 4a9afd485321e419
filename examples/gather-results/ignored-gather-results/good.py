r"""Every result of gather(return_exceptions=True) is looked at before it counts.

---
expect:
  stdout: |
    parcel to ada sent
    bob not charged: ConnectionError('card terminal offline')
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
    results = await asyncio.gather(*charges, return_exceptions=True)
    for customer, result in zip(customers, results, strict=True):
        if isinstance(result, BaseException):  # FIX: a failure is an item of the list
            print(f"{customer} not charged: {result!r}")
            continue
        print(f"parcel to {customer} sent")


# endregion


asyncio.run(main())
