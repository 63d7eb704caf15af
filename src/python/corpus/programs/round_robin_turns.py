import asyncio


class Turnstile:
    """Lets players move strictly in turn."""

    def __init__(self, players):
        self.players = players
        self.turn = 0
        self.changed = asyncio.Condition()

    async def play(self, me, moves, board):
        for move in range(moves):
            async with self.changed:
                await self.changed.wait_for(lambda: self.turn % self.players == me)
                board.append("XO+"[me])
                self.turn += 1
                self.changed.notify_all()


async def main():
    board = []
    turnstile = Turnstile(3)
    await asyncio.gather(*(turnstile.play(me, 4, board) for me in (2, 0, 1)))
    print("".join(board))


asyncio.run(main())
