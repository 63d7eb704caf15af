import asyncio

seen = 0


async def square(reader, writer):
    global seen
    async for line in reader:
        seen += 1
        writer.write(f'{int(line) ** 2}\n'.encode())
        await writer.drain()
    writer.close()


async def client(port, numbers):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    results = []
    for number in numbers:
        writer.write(f'{number}\n'.encode())
        results.append(int(await reader.readline()))
    writer.close()
    await writer.wait_closed()
    return results


async def main():
    server = await asyncio.start_server(square, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        answers = await asyncio.gather(*(client(port, range(i, i + 5)) for i in range(50)))
    print(sum(map(sum, answers)), answers[49], seen)


asyncio.run(main())
