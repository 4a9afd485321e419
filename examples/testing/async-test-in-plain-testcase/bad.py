r"""An async test method of a plain TestCase passes, because it is never awaited.

---
failure: warning
expect:
  stdout: ["OK"]
  stderr:
    - "RuntimeWarning: coroutine 'PriceTest.test_price_with_tax' was never awaited"
    - "DeprecationWarning: It is deprecated to return a value that is not None from a test case"
symptom: [fails-in-suite]
grep:
  pattern: '^class \w+\(([\w.]+, ?)*(unittest\.|django\.test\.)?(Test|SimpleTest|TransactionTest)Case\b[^\n]*:[^\n]*\n(([ \t][^\n]*)?\n){0,60}?(    |\t)async def (test|setUp|tearDown)'
  multiline: true
  hits: ["class StockTest(TestCase):\n    def setUp(self):\n        self.stock = 1\n\n    async def test_stock(self):\n"]
innocent: "TestCase is Django's, which runs async test methods"
lint: []
---
"""

import sys
import unittest


# region snippet
async def price_of(sku: str) -> int:
    return {"lamp": 100, "chair": 50}[sku]  # without tax: the test should fail


class PriceTest(unittest.TestCase):  # BUG: calls the test, awaits nothing
    async def test_price_with_tax(self) -> None:
        self.assertEqual(await price_of("lamp"), 119)


# endregion


if __name__ == "__main__":
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=0, warnings="default")
    unittest.main(testRunner=runner)
