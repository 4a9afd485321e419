r"""Each asyncio.run makes its own loop and leaves none behind.

---
expect:
  stdout: |
    schema migrated
    accounts loaded
---
"""

import asyncio


async def migrate_schema() -> None:
    print("schema migrated")


async def load_accounts() -> None:
    print("accounts loaded")


# region snippet
def migrate() -> None:
    asyncio.run(migrate_schema())  # FIX: the loop ends with the call


def load() -> None:
    asyncio.run(load_accounts())


migrate()
load()
# endregion
