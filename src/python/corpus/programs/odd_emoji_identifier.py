import asyncio

😀 = asyncio.Event()
print(😀)
