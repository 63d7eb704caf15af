import asyncio


class Retryable(Exception):
    pass


async def task(n):
    await asyncio.sleep(0)
    if n % 3 == 0:
        raise Retryable(f"task {n}")
    if n % 3 == 1:
        raise TypeError(f"task {n}")


def show(group, indent=""):
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            print(f"{indent}+ {error}")
            show(error, indent + "  ")
        else:
            print(f"{indent}- {error!r}")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            for n in range(5):
                tg.create_task(task(n))
    except* Retryable as group:
        print("to retry:", [str(error) for error in group.exceptions])
    except* TypeError as group:
        print("to report:", group.message, len(group.exceptions))

    results = await asyncio.gather(*(task(n) for n in range(5)), return_exceptions=True)
    errors = [r for r in results if isinstance(r, Exception)]
    group = ExceptionGroup("gathered", [*errors[:2], ExceptionGroup("the rest", errors[2:])])
    show(group)
    match, rest = group.split(Retryable)
    print("match:", match, "/ rest:", rest)
    print(group.subgroup(lambda error: "4" in str(error)).exceptions)


asyncio.run(main())
