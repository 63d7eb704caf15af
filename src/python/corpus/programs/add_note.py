import asyncio


async def parse(line_number, text):
    await asyncio.sleep(0)
    try:
        return int(text)
    except ValueError as error:
        error.add_note(f"in line {line_number}")
        raise


async def main():
    results = await asyncio.gather(
        *(parse(n, text) for n, text in enumerate(["1", "two", "3", "four"], 1)), return_exceptions=True
    )
    for result in results:
        notes = getattr(result, "__notes__", [])
        print(result, *notes, sep=" | ")


asyncio.run(main())
