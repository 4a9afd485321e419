r"""A copy made without an await is a snapshot that nobody changes.

---
expect:
  stdout: |
    sent to phone
    sent to laptop
---
"""

import asyncio


# region snippet
class Room:
    def __init__(self) -> None:
        self.clients = {"phone": "Ada", "laptop": "Bo"}

    async def send(self, client: str, text: str) -> None:
        await asyncio.sleep(0)  # the network
        print("sent to", client)

    async def broadcast(self, text: str) -> None:
        for client in list(self.clients):  # FIX: a snapshot
            await self.send(client, text)

    async def leave(self, client: str) -> None:
        del self.clients[client]


async def main() -> None:
    room = Room()
    await asyncio.gather(room.broadcast("hello"), room.leave("laptop"))


# endregion


asyncio.run(main())
