import asyncio

import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio


async def add(a, b):
    await asyncio.sleep(1)
    return a + b


@pytest_asyncio.fixture
async def server():
    await asyncio.sleep(0.1)
    print("up")
    yield {"port": 80}
    await asyncio.sleep(0.1)
    print("down")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def loop_of_module():
    return asyncio.get_running_loop()


async def test_add():
    assert await add(1, 2) == 3


async def test_fixture(server):
    assert await add(1, server["port"]) == 3


@pytest.mark.parametrize("n", [1, 2])
async def test_group(n):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(add(n, k)) for k in range(3)]
    assert [task.result() for task in tasks] == [1, 2, 3]


async def test_loops_are_the_tests_own(loop_of_module):
    assert asyncio.get_running_loop() is not loop_of_module


@pytest.mark.asyncio(loop_scope="module")
async def test_loop_of_the_module(loop_of_module):
    assert asyncio.get_running_loop() is loop_of_module


async def test_timeout():
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await add(1, 1)
