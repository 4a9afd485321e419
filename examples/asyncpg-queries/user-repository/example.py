r"""What asyncpg hands back for one row, a new id, an update and a batch.

---
expect:
  stdout: |
    created: 1
    found: {'id': 1, 'name': 'eve', 'email': None}
    missing: None
    changed: True, missing changed: False
    batch of 2 refused: users_name_key
    users: 1
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py user-repository", file=sys.stderr
    )
    sys.exit(2)


TABLE = """
CREATE TEMP TABLE users (
    id serial, name text CONSTRAINT users_name_key UNIQUE, email text
)
"""


# region snippet
class Users:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self.pool = pool

    async def find(self, user: int) -> dict[str, object] | None:
        row = await self.pool.fetchrow("SELECT * FROM users WHERE id = $1", user)
        return dict(row) if row else None

    async def create(self, name: str) -> int:
        query = "INSERT INTO users (name) VALUES ($1) RETURNING id"
        return int(await self.pool.fetchval(query, name))

    async def set_email(self, user: int, email: str) -> bool:
        query = "UPDATE users SET email = $2 WHERE id = $1"
        return await self.pool.execute(query, user, email) == "UPDATE 1"

    async def create_all(self, names: list[str]) -> None:
        query = "INSERT INTO users (name) VALUES ($1)"
        await self.pool.executemany(query, [(name,) for name in names])


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with asyncpg.create_pool(uri, min_size=1, max_size=1) as pool:
        await pool.execute(TABLE)
        users = Users(pool)
        user = await users.create("eve")
        print("created:", user)
        print("found:", await users.find(user))
        print("missing:", await users.find(99))
        changed = await users.set_email(user, "eve@shop.example")
        missing = await users.set_email(99, "nobody@shop.example")
        print(f"changed: {changed}, missing changed: {missing}")
        try:
            await users.create_all(["bob", "eve"])
        except asyncpg.UniqueViolationError as refused:
            print("batch of 2 refused:", refused.constraint_name)
        print("users:", await pool.fetchval("SELECT count(*) FROM users"))


asyncio.run(main())
