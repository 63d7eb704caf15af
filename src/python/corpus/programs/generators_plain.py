def scheduler(tasks):
    """A round robin of plain generators, as before async and await."""
    queue = list(tasks.items())
    while queue:
        name, task = queue.pop(0)
        try:
            print(name, "->", next(task))
        except StopIteration as stop:
            print(name, "returned", stop.value)
        else:
            queue.append((name, task))


def count(n):
    total = 0
    for i in range(n):
        yield i
        total += i
    return total


def chain(*parts):
    results = []
    for part in parts:
        results.append((yield from part))
    return results


def averager():
    total = n = 0
    average = None
    while True:
        value = yield average
        total += value
        n += 1
        average = total / n


scheduler({"a": count(2), "b": chain(count(1), count(3))})
running = averager()
next(running)
print([running.send(x) for x in (10, 20, 60)])
running.close()
