r"""What a request leaves on a shared object, the next one overwrites.

---
failure: silent
symptom: [wrong-data, unsafe]
expect:
  stdout: |
    Ada's page: orders of Bo
    Bo's page: orders of Bo
grep:
  - pattern: '\basync def [^\n]*\n([^\n]*\n){0,2}?[ \t]+self\.(_?current_?\w*|_?request|_?user) = (request|req|user|message|event|msg)\b'
    multiline: true
  - pattern: '^[ \t]*global (current_)?(request|user|session|tenant)\b'
    hits:
      - "    global current_user"
innocent: "an object made for each request or connection"
lint: []
---
"""

import asyncio


async def authenticate(user: str) -> None:
    await asyncio.sleep(0)  # the session store's answer


# region snippet
class OrdersPage:
    async def handle(self, user: str) -> str:
        self.user = user  # BUG: one page object serves all requests
        await authenticate(user)
        return self.render()

    def render(self) -> str:
        return f"orders of {self.user}"


async def main() -> None:
    page = OrdersPage()
    users = ("Ada", "Bo")
    for user, html in zip(users, await asyncio.gather(*map(page.handle, users))):
        print(f"{user}'s page: {html}")


# endregion


asyncio.run(main())
