r"""A column name taken from the caller is a piece of SQL from the caller.

---
failure: silent
expect:
  stdout: |
    admin: True
requires: {packages: [asyncpg], servers: [postgresql]}
grep: {none: "SQL made with an f-string, % or join, of names that come from a caller (**kwargs, a form, JSON)"}
symptom: [unsafe]
lint: []
corrects:
  - said: "build the SET clause of an UPDATE from the names of keyword arguments"
    instead: "check the names against an allow-list in the code; parameters hold values only"
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
async def update_user(
    connection: asyncpg.Connection, user: int, form: dict[str, str]
) -> None:
    columns = [
        f"{name} = ${place}" for place, name in enumerate(form, start=2)
    ]  # BUG: SQL
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
