import asyncio
import sys


async def leave(code):
    await asyncio.sleep(0)
    sys.exit(code)


def main():
    for code in (0, None, 1, "a message"):
        try:
            asyncio.run(leave(code))
        except SystemExit as exit:
            print(repr(exit.code))
    print("the last one counts")
    asyncio.run(leave(True))


main()
