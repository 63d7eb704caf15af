import asyncio
import sys


def ask(question):
    try:
        return input(question)
    except EOFError:
        return None


async def main():
    name = ask("What is your name? ")
    print()
    if name is None:
        print("Nobody answers.")
    await asyncio.sleep(0)
    print("lines left:", sys.stdin.readlines())


asyncio.run(main())
