"""gather runs several coroutines at once and gives their results in order."""

import asyncio


async def price(shop, seconds, euros):
    await asyncio.sleep(seconds)
    print(f"{shop} has answered")
    if euros is None:
        raise LookupError(f"{shop} doesn't sell it")
    return euros


async def main():
    # The answers come in whatever order they like ...
    prices = await asyncio.gather(
        price("Anna's", 0.3, 12),
        price("Bert's", 0.1, 10),
        price("Cleo's", 0.2, 11),
    )
    # ... but the results are in the order of the arguments.
    print("prices:", prices)

    # With return_exceptions=True, a failure is a result like any other.
    answers = await asyncio.gather(
        price("Dora's", 0.2, 9),
        price("Emil's", 0.1, None),
        return_exceptions=True,
    )
    for answer in answers:
        print("no luck:" if isinstance(answer, Exception) else "price:", answer)


asyncio.run(main())
