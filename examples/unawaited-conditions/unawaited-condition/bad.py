r"""A coroutine in a condition is always true.

---
failure: warning
expect:
  stdout: |
    guest may read the ledger
  stderr:
    - "RuntimeWarning: coroutine 'is_allowed' was never awaited"
grep:
  - pattern: '\b(if|elif|while|assert|not|and|or)\s+(\w+\.)*(is_allowed|is_admin|has_perm\w*|may_\w+|can_(access|edit|delete|view|see)\w*|check_(ready|permission\w*|access|auth\w*|password|token|user\w*)|verify_\w+|authenticate\w*|authorize\w*)\('
    hits:
      - "assert is_allowed(user)"
      - "return user == 'root' or self.is_allowed(user)"
      - "while not check_ready(host):"
innocent: "the function is a plain def"
symptom: [unsafe, wrong-data]
lint: [mypy:truthy-bool, pyright:reportUnnecessaryComparison]
---
"""

import asyncio

ACCOUNTANTS = {"ada"}


async def is_allowed(user: str) -> bool:
    await asyncio.sleep(0)  # the permission service answers
    return user in ACCOUNTANTS


# region snippet
async def open_ledger(user: str) -> None:
    if is_allowed(user):  # BUG: the coroutine itself is tested
        print(f"{user} may read the ledger")
    else:
        print(f"{user} is refused")


# endregion


asyncio.run(open_ledger("guest"))
