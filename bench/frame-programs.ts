import type { Program } from '../src/model/scenario';

/** Workers that share permits and fill a queue, which collectors empty, printing as they go. */
function crawl(workers: number, rounds: number): Program {
  return {
    files: [
      {
        path: 'main.py',
        text: `import asyncio


async def fetch(number, page, permits):
    async with permits:
        delay = 0.001 * ((number * 5 + page * 3) % 11 + 1)
        await asyncio.sleep(delay)
        return {"worker": number, "page": page, "links": [page * 10 + link for link in range(3)]}


async def worker(number, permits, results):
    for page in range(${rounds}):
        found = await fetch(number, page, permits)
        await results.put(found)
        if page % 4 == 3:
            print("worker", number, "has read", page + 1, "pages")


async def collector(results, lock, totals):
    while True:
        found = await results.get()
        async with lock:
            known = totals.get(found["worker"], 0)
            totals[found["worker"]] = known + len(found["links"])
        results.task_done()


async def main():
    permits = asyncio.Semaphore(${Math.ceil(workers / 4)})
    results = asyncio.Queue(maxsize=8)
    lock = asyncio.Lock()
    totals = {}
    collectors = [asyncio.create_task(collector(results, lock, totals)) for _ in range(2)]
    async with asyncio.timeout(60):
        async with asyncio.TaskGroup() as group:
            for number in range(${workers}):
                group.create_task(worker(number, permits, results), name=f"worker-{number}")
    await results.join()
    for task in collectors:
        task.cancel()
    print("links found:", sum(totals.values()))


asyncio.run(main())
`,
      },
    ],
  };
}

/** Twenty-one tasks and about 10,000 events. */
export const TWENTY_TASKS: Program = crawl(18, 9);

/** Two hundred and three tasks and more than 30,000 events. */
export const TWO_HUNDRED_TASKS: Program = crawl(200, 3);
