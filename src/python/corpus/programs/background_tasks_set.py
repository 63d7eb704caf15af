import asyncio

background_tasks = set()


async def send_mail(address):
    await asyncio.sleep(0.02)
    print("mail sent to", address)


def fire_and_forget(coro):
    task = asyncio.create_task(coro)
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)


async def main():
    for name in ("ann", "bob"):
        fire_and_forget(send_mail(f"{name}@example.test"))
    print("in the background:", len(background_tasks))
    await asyncio.sleep(0.05)
    print("in the background:", len(background_tasks))
    fire_and_forget(send_mail("cid@example.test"))
    print("main leaves before the last mail")


asyncio.run(main())
