import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("connecting", self.name)
        await asyncio.sleep(0.01)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("closing", self.name, "because of", exc_type.__name__ if exc_type else None)
        await asyncio.sleep(0.01)
        return exc_type is LookupError  # swallows LookupError only

    async def query(self, sql):
        await asyncio.sleep(0.01)
        if "missing" in sql:
            raise LookupError(sql)
        if "broken" in sql:
            raise RuntimeError(sql)
        return sql.upper()


async def main():
    async with Connection("one") as connection:
        print(await connection.query("select 1"))

    async with Connection("two") as connection:
        print(await connection.query("select missing"))
    print("went on after the LookupError")

    try:
        async with Connection("three") as a, Connection("four") as b:
            print(await a.query("select a"))
            print(await b.query("broken"))
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
