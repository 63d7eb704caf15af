import asyncio

active = 0
most = 0


async def job(semaphore, number):
    global active, most
    async with semaphore:
        active += 1
        most = max(most, active)
        print("start", number)
        await asyncio.sleep(0.02 + 0.1 / (number + 1))
        print("end", number)
        active -= 1


async def main():
    semaphore = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        for number in range(8):
            tg.create_task(job(semaphore, number))
    print("most at once:", most)

    semaphore.release()  # an ordinary semaphore can be given more than it began with
    for _ in range(4):
        await semaphore.acquire()
    print("locked:", semaphore.locked())


asyncio.run(main())
