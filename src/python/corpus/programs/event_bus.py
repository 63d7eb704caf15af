import asyncio
import functools
import inspect


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, event):
        def register(handler):
            self.handlers.setdefault(event, []).append(handler)
            return handler

        return register

    async def emit(self, event, **data):
        for handler in self.handlers.get(event, []):
            result = handler(**data)
            if inspect.isawaitable(result):
                await result


bus = Bus()


def logged(func):
    @functools.wraps(func)
    async def wrapper(**data):
        print(f"-> {func.__name__}({', '.join(f'{k}={v!r}' for k, v in data.items())})")
        return await func(**data)

    return wrapper


@bus.on("order")
@logged
async def reserve(item, count):
    await asyncio.sleep(0.01)
    print(f"reserved {count} x {item}")
    await bus.emit("reserved", item=item)


@bus.on("order")
def audit(item, count):
    print("audit:", item, count)


@bus.on("reserved")
async def ship(item):
    print("shipping", item)


asyncio.run(bus.emit("order", item="teapot", count=2))
asyncio.run(bus.emit("unknown"))
print(reserve.__name__, inspect.iscoroutinefunction(reserve), inspect.iscoroutinefunction(audit))
