import asyncio


class Actor:
    def __init__(self):
        self.inbox = asyncio.Queue()
        self.task = asyncio.create_task(self.run())

    async def run(self):
        while True:
            method, args, reply = await self.inbox.get()
            try:
                reply.set_result(await getattr(self, f"on_{method}")(*args))
            except Exception as error:
                reply.set_exception(error)

    def ask(self, method, *args):
        reply = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait((method, args, reply))
        return reply


class Account(Actor):
    balance = 0

    async def on_deposit(self, amount):
        balance = self.balance
        await asyncio.sleep(0.01)
        self.balance = balance + amount
        return self.balance

    async def on_withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"only {self.balance} left")
        self.balance -= amount
        return self.balance


async def main():
    account = Account()
    print(await asyncio.gather(*(account.ask("deposit", n) for n in (5, 10, 20))))
    print(await account.ask("withdraw", 15))
    try:
        await account.ask("withdraw", 100)
    except ValueError as error:
        print("ValueError:", error)
    try:
        await account.ask("rob")
    except AttributeError as error:
        print("AttributeError:", error)
    account.task.cancel()


asyncio.run(main())
