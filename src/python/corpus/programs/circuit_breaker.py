import asyncio
import enum


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, limit, recovery):
        self.state = State.CLOSED
        self.failures = 0
        self.limit = limit
        self.recovery = recovery

    def change(self, state):
        print(f"{self.state.value} -> {state.value}")
        self.state = state

    def trip(self):
        self.change(State.OPEN)
        asyncio.get_running_loop().call_later(self.recovery, self.change, State.HALF_OPEN)

    async def call(self, func):
        if self.state is State.OPEN:
            raise CircuitOpen("try again later")
        try:
            result = await func()
        except OSError:
            self.failures += 1
            if self.failures >= self.limit or self.state is State.HALF_OPEN:
                self.trip()
            raise
        if self.state is State.HALF_OPEN:
            self.failures = 0
            self.change(State.CLOSED)
        return result


async def main():
    healthy = False

    async def service():
        await asyncio.sleep(0.01)
        if not healthy:
            raise OSError("service is down")
        return "response"

    breaker = Breaker(limit=3, recovery=0.105)
    for n in range(12):
        healthy = n >= 8
        try:
            print(n, await breaker.call(service))
        except (OSError, CircuitOpen) as error:
            print(n, type(error).__name__, error)
        await asyncio.sleep(0.03)
    print(breaker.state, breaker.state.name, State("open"))


asyncio.run(main())
