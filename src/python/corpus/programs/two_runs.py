import asyncio


async def job(name):
    background = asyncio.create_task(asyncio.sleep(3600), name=f"{name}'s background")
    await asyncio.sleep(0.01)
    print(name, "leaves", background.get_name(), "pending")
    return asyncio.get_running_loop(), background


loop1, background1 = asyncio.run(job("first"))
print("cancelled by run:", background1.cancelled())
loop2, background2 = asyncio.run(job("second"))
print("another loop:", loop1 is not loop2)
print("both closed:", loop1.is_closed(), loop2.is_closed())

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
