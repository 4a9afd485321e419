r"""ASGITransport hands requests to an application without a server or a socket.

---
expect:
  stdout: |
    200 lamp: 20 EUR
    started: False
requires: {packages: [httpx2]}
---
"""

import asyncio

import httpx2

started = False


async def shop(scope, receive, send) -> None:  # any ASGI application
    global started
    if scope["type"] == "lifespan":
        started = True
        return
    sku = scope["path"].removeprefix("/")
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": f"{sku}: 20 EUR".encode()})


# region snippet
async def check_price() -> None:
    transport = httpx2.ASGITransport(app=shop)
    async with httpx2.AsyncClient(
        transport=transport, base_url="http://shop"
    ) as client:
        response = await client.get("/lamp")
        print(response.status_code, response.text)


# endregion


asyncio.run(check_price())
print("started:", started)
