import asyncio

print("not even this is printed")


def main():
    await asyncio.sleep(1)


main()
