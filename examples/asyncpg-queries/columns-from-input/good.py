r"""An allow-list in the code decides which columns a caller may name.

---
expect:
  stdout: |
    refused: no such field: is_admin = true, name
    admin: False
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py columns-from-input",
        file=sys.stderr,
    )
    sys.exit(2)

# region snippet
CHANGEABLE = {"name", "email"}


async def update_user(
    connection: asyncpg.Connection, user: int, form: dict[str, str]
) -> None:
    if unknown := form.keys() - CHANGEABLE:  # FIX: names come from the code alone
        raise ValueError(f"no such field: {', '.join(unknown)}")
    columns = [f"{name} = ${place}" for place, name in enumerate(form, start=2)]
    query = f"UPDATE users SET {', '.join(columns)} WHERE id = $1"
    await connection.execute(query, user, *form.values())


# endregion


async def main() -> None:
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    await connection.execute(
        "CREATE TEMP TABLE users (id int, name text, is_admin bool DEFAULT false);"
        "INSERT INTO users VALUES (7, 'eve')"
    )
    try:
        await update_user(connection, 7, {"is_admin = true, name": "Eve"})
    except ValueError as refused:
        print("refused:", refused)
    admin = await connection.fetchval("SELECT is_admin FROM users WHERE id = 7")
    print("admin:", admin)
    await connection.close()


asyncio.run(main())
