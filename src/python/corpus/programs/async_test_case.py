import asyncio
import contextvars
import io
import unittest
from unittest import mock

log = []
request = contextvars.ContextVar("request", default="none")


class CartTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        log.append("setUp")

    async def asyncSetUp(self):
        self.loop = asyncio.get_running_loop()
        request.set(self._testMethodName)
        self.cart = await self.enterAsyncContext(Cart())
        log.append("asyncSetUp")

    async def test_adds(self):
        await self.cart.add("tea", 2)
        self.assertEqual(self.cart.items, {"tea": 2})
        self.assertIs(asyncio.get_running_loop(), self.loop)
        self.assertEqual(request.get(), "test_adds")

    async def test_mocked(self):
        shop = mock.AsyncMock()
        shop.price.return_value = 3
        self.assertEqual(await self.cart.total(shop), 0)
        await self.cart.add("tea", 2)
        self.assertEqual(await self.cart.total(shop), 6)
        shop.price.assert_awaited_once_with("tea")

    async def test_refuses(self):
        with self.assertRaisesRegex(ValueError, "nothing of tea"):
            await self.cart.add("tea", 0)

    async def test_fails(self):
        self.assertEqual(await asyncio.sleep(0.01, 1), 2)

    def test_synchronous(self):
        self.addAsyncCleanup(asyncio.sleep, 0)
        self.assertFalse(self.cart.closed)

    async def asyncTearDown(self):
        log.append(f"asyncTearDown {request.get()} closed: {self.cart.closed}")

    def tearDown(self):
        log.append("tearDown")


class Cart:
    async def __aenter__(self):
        self.items, self.closed = {}, False
        return self

    async def __aexit__(self, *_):
        self.closed = True

    async def add(self, name, count):
        await asyncio.sleep(0)
        if not count:
            raise ValueError(f"nothing of {name}")
        self.items[name] = count

    async def total(self, shop):
        return sum([await shop.price(name) * count for name, count in self.items.items()])


suite = unittest.defaultTestLoader.loadTestsFromTestCase(CartTest)
result = unittest.TextTestRunner(stream=io.StringIO(), verbosity=2).run(suite)
print(result.testsRun, "tests, failed:", [test.id().split(".", 1)[1] for test, _ in result.failures], "errors:", result.errors)
print(*log, sep="\n")
