r"""A timeout parameter that nothing applies limits nothing.

---
failure: silent
expect:
  stdout: |
    invoice A-17
grep:
  - pattern: 'async def \w+\([^)]*\btimeout\b[^)]*\)[^\n]*:[ \t]*(#[^\n]*)?\n(([^t\n]|t+[^it\n]|t+i[^m\n]|t+im[^e\n]|t+ime[^o\n])*(t+(im?e?)?)?\n)*?[ \t]+([^t\n]|t+[^it\n]|t+i[^m\n]|t+im[^e\n]|t+ime[^o\n])*\bawait\b([^t\n]|t+[^it\n]|t+i[^m\n]|t+im[^e\n]|t+ime[^o\n])*\n(([^t\n]|t+[^it\n]|t+i[^m\n]|t+im[^e\n]|t+ime[^o\n])*(t+(im?e?)?)?\n)*?([ \t]*(async def|def|@|class)\b|\S|\z)'
    multiline: true
  - pattern: '^\s*asyncio\.timeout(_at)?\([^\n]*\)[ \t]*(#[^\n]*)?$'
    multiline: true
    hits:
      - "    asyncio.timeout(5)"
innocent: "the body passes the number on under another name; an interface or a stub"
symptom: [not-stopped]
lint: [ruff:ASYNC109, flake8-async:ASYNC109]
---
"""

import asyncio

LIMIT = 0.02  # seconds the caller grants


async def read_archive(number: str) -> str:
    await asyncio.sleep(5 * LIMIT)
    return f"invoice {number}"


# region snippet
async def find_invoice(number: str, timeout: float) -> str:  # BUG: not applied
    return await read_archive(number)


async def main() -> None:
    try:
        print(await find_invoice("A-17", timeout=LIMIT))
    except TimeoutError:
        print("the archive is slow, the invoice comes by mail")


# endregion


asyncio.run(main())
