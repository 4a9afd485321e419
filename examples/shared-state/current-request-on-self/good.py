r"""What belongs to one request travels as an argument.

---
expect:
  stdout: |
    Ada's page: orders of Ada
    Bo's page: orders of Bo
---
"""

import asyncio


async def authenticate(user: str) -> None:
    await asyncio.sleep(0)  # the session store's answer


# region snippet
class OrdersPage:
    async def handle(self, user: str) -> str:
        await authenticate(user)
        return self.render(user)  # FIX: an argument is this request's own

    def render(self, user: str) -> str:
        return f"orders of {user}"


async def main() -> None:
    page = OrdersPage()
    users = ("Ada", "Bo")
    for user, html in zip(users, await asyncio.gather(*map(page.handle, users))):
        print(f"{user}'s page: {html}")


# endregion


asyncio.run(main())
