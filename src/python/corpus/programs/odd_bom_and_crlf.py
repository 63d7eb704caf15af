import asyncio


async def main():
    naïve_π = """two
lines"""
    print(naïve_π.encode(), "😀")


asyncio.run(main())
