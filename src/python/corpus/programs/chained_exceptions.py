import asyncio


class RepositoryError(Exception):
    """The data can't be had."""


async def query():
    await asyncio.sleep(0)
    return {}["user"]


async def find_user():
    try:
        return await query()
    except KeyError as error:
        raise RepositoryError("no such user") from error


async def main():
    try:
        await find_user()
    except RepositoryError as error:
        print(repr(error), "because of", repr(error.__cause__))
        try:
            {}.missing
        except AttributeError as second:
            print("context:", repr(second.__context__))
    try:
        try:
            await query()
        finally:
            print("finally runs while the exception flies")
    except LookupError as error:
        print("caught", error.args)
    await find_user()


asyncio.run(main())
