import asyncio
from dataclasses import asdict, dataclass, field, replace


@dataclass(frozen=True)
class Order:
    number: int
    item: str
    tags: tuple[str, ...] = ()


@dataclass
class Basket:
    orders: list[Order] = field(default_factory=list)

    async def add(self, order):
        await asyncio.sleep(0.001 * order.number)
        self.orders.append(order)
        return self


def describe(thing):
    match thing:
        case Order(number=n, tags=("gift", *_)):
            return f"order {n} is a gift"
        case Order(item="tea" | "coffee" as drink):
            return f"a drink: {drink}"
        case Basket(orders=[first, *rest]):
            return f"a basket with {first.item} and {len(rest)} more"
        case {"code": int(code)} if code >= 400:
            return f"error {code}"
        case _:
            return "something else"


async def main():
    basket = Basket()
    tea = Order(2, "tea")
    await asyncio.gather(basket.add(replace(tea, number=30, tags=("gift",))), basket.add(tea))
    for thing in (*basket.orders, basket, {"code": 404}, {"code": 200}):
        print(describe(thing))
    print(tea, asdict(tea))
    try:
        tea.item = "coffee"
    except AttributeError as error:
        print(type(error).__name__, error)


asyncio.run(main())
