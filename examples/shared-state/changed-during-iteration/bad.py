r"""A dict that another task changes during an await ends the loop over it.

---
failure: exception
expect:
  exit: 1
  stdout: ["sent to phone"]
  stderr: ["RuntimeError: dictionary changed size during iteration"]
grep:
  - pattern: '^[ \t]+for [^\n]+ in self\.(\w+\.(items|values|keys)\(\)|_?(\w*_)?(tasks|clients|connections|sessions|listeners|subscribers|subscriptions|watchers|peers|rooms|members|players|waiters)):[^\n]*\n([ \t]+[^\n]*\n){0,2}?[ \t]+[^\n]*\bawait\b'
    multiline: true
    hits:
      - "        for key, job in self.jobs.items():\n            if job.due:\n                await job.run()\n"
innocent: "nothing adds or removes entries after start-up, or a task-local container"
lint: []
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
        for client in self.clients:  # BUG: others leave during the await
            await self.send(client, text)

    async def leave(self, client: str) -> None:
        del self.clients[client]


async def main() -> None:
    room = Room()
    await asyncio.gather(room.broadcast("hello"), room.leave("laptop"))


# endregion


asyncio.run(main())
