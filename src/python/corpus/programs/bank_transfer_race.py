import asyncio
from dataclasses import dataclass, field


@dataclass
class Account:
    owner: str
    balance: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)


async def careless(source, target, amount):
    source_balance, target_balance = source.balance, target.balance
    await asyncio.sleep(0.01)  # asks the fraud department
    source.balance = source_balance - amount
    target.balance = target_balance + amount


async def careful(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.owner)
    async with first.lock, second.lock:
        await careless(source, target, amount)


async def main():
    for transfer in (careless, careful):
        ann, bob, cid = Account("ann", 100), Account("bob", 100), Account("cid", 100)
        await asyncio.gather(
            transfer(ann, bob, 10),
            transfer(bob, cid, 20),
            transfer(cid, ann, 30),
            transfer(ann, cid, 40),
        )
        print(transfer.__name__, ann, bob, cid)
        print("money in the bank:", ann.balance + bob.balance + cid.balance)


asyncio.run(main())
