import { describe, expect, it, vi } from 'vitest';
import { record } from './record-program.test-support';

const ENDLESS = {
  'a text of itself': `class Node:
    def __init__(self, depth=0):
        self.depth = depth
        print(depth)
    def __str__(self):
        return str(Node(self.depth + 1))
str(Node())`,
  'a key function that sorts': `def key(depth):
    print(depth)
    return sorted([depth + 1], key=key)
key(0)`,
  'an async generator of itself': `import asyncio
async def count(depth):
    print(depth)
    async for number in count(depth + 1):
        yield number
async def main():
    async for number in count(0):
        print(number)
asyncio.run(main())`,
};

describe('recursion through calls of C', () => {
  it.each(Object.entries(ENDLESS))('ends with a RecursionError at the same depth each time: %s', async (_, program) => {
    const first = await record(program);
    expect(first.report.outcome).toBe('exception');
    expect(first.stderr).toContain('\nRecursionError: Stack overflow');
    // By now the code is optimised, and takes several times as much of JavaScript's stack.
    for (let times = 0; times < 4; times++) await record(program);
    expect((await record(program)).bytes).toBe(first.bytes);
  });

  it('can be caught, and go as deep again', async () => {
    const { stdout } = await record(`import functools
@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
try:
    fib(900)
except RecursionError as error:
    print("caught:", error)
print(fib(230))
`);
    expect(stdout).toBe('caught: Stack overflow (used 112 kB)\n522002106210068326179680117059857997559804836265\n');
  });

  it('is named where no bound can hold it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const nested = record('one, other = [], []\nfor _ in range(100_000):\n    one, other = [one], [other]\nprint(one == other)\n');
    await expect(nested).rejects.toThrow("JavaScript's stack is used up: by lists or other objects that are nested");
  });

  it("is not bounded while the program's own text is compiled", async () => {
    const branches = Array.from({ length: 500 }, (_, value) => `elif x == ${value}:\n    print(${value})\n`);
    const { stdout, stderr } = await record(`x = 400\nif x < 0:\n    pass\n${branches.join('')}`);
    expect({ stdout, stderr }).toEqual({ stdout: '400\n', stderr: '' });
  });
});
