r"""A loop whose clock can be put forward tests a timeout of half a minute at once.

---
expect:
  stdout: |
    slow supplier: TimeoutError
---
"""

import asyncio


async def ask_supplier(answer: asyncio.Event) -> None:
    async with asyncio.timeout(30):
        await answer.wait()


# region snippet
class SkippingLoop(asyncio.SelectorEventLoop):
    skipped = 0.0  # seconds

    def time(self) -> float:
        return super().time() + self.skipped


async def test_a_slow_supplier_times_out(loop: SkippingLoop) -> None:
    asking = asyncio.create_task(ask_supplier(asyncio.Event()))
    await asyncio.sleep(0)  # it has set its timer
    loop.skipped += 20
    assert not (await asyncio.wait([asking], timeout=0))[0]
    loop.skipped += 10
    await asyncio.wait([asking])
    assert isinstance(asking.exception(), TimeoutError)


# endregion


with asyncio.Runner(loop_factory=SkippingLoop) as runner:
    loop = runner.get_loop()
    assert isinstance(loop, SkippingLoop)
    runner.run(test_a_slow_supplier_times_out(loop))
print("slow supplier: TimeoutError")
