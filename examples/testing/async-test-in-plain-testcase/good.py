r"""IsolatedAsyncioTestCase runs each async test on an event loop.

---
expect:
  exit: 1
  stdout: ["AssertionError: 100 != 119", "FAILED (failures=1)"]
---
"""

import sys
import unittest


# region snippet
async def price_of(sku: str) -> int:
    return {"lamp": 100, "chair": 50}[sku]  # without tax: the test should fail


class PriceTest(unittest.IsolatedAsyncioTestCase):  # FIX: runs it on a loop
    async def test_price_with_tax(self) -> None:
        self.assertEqual(await price_of("lamp"), 119)


# endregion


if __name__ == "__main__":
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=0, warnings="default")
    unittest.main(testRunner=runner)
