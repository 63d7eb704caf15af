import asyncio


class Room:
    def __init__(self):
        self.members = {}
        self.history = []

    def join(self, name):
        inbox = self.members[name] = asyncio.Queue()
        self.say("*", f"{name} joined")
        return inbox

    def leave(self, name):
        self.members.pop(name).put_nowait(None)
        self.say("*", f"{name} left")

    def say(self, sender, text):
        self.history.append((sender, text))
        for name, inbox in self.members.items():
            if name != sender:
                inbox.put_nowait(f"<{sender}> {text}")


async def reader(name, inbox, screen):
    while (line := await inbox.get()) is not None:
        screen.append(line)
        if "hello" in line and "bot" in name:
            room.say(name, "hi there")


async def human(name, script):
    inbox = room.join(name)
    screen = []
    reading = asyncio.create_task(reader(name, inbox, screen))
    for delay, text in script:
        await asyncio.sleep(delay)
        room.say(name, text)
    await asyncio.sleep(0.02)
    room.leave(name)
    await reading
    return name, screen


room = Room()


async def main():
    screens = await asyncio.gather(
        human("alice", [(0.01, "hello"), (0.04, "how are you?")]),
        human("bob", [(0.03, "hello alice"), (0.06, "fine")]),
        human("chatbot", [(0.15, "bleep")]),
    )
    for name, screen in screens:
        print(name)
        for line in screen:
            print("   ", line)
    print(len(room.history), "lines in the history")


asyncio.run(main())
