import { describe, expect, test } from 'vitest';
import { scopesAround } from './pythonScopes';

const TEXT = `import asyncio
total = 0

class Shop:
    def __init__(self, size):
        self.size = size

    async def serve(
        self,
        guest,
    ):
        # a comment
        async def pour(cup):

            return cup
        await pour(guest)

async def main():
    await Shop(3).serve("a")
`.split('\n');

const lineOf = (text: string) => TEXT.findIndex((line) => line.includes(text)) + 1;

describe('where Python looks for a variable', () => {
  test.each([
    ['total = 0', ['<module>']],
    ['self.size = size', ['Shop.__init__', 'Shop', '<module>']],
    ['def __init__', ['Shop.__init__', 'Shop', '<module>']],
    ['return cup', ['Shop.serve.<locals>.pour', 'Shop.serve', 'Shop', '<module>']],
    ['await pour', ['Shop.serve', 'Shop', '<module>']],
    ['        guest,', ['Shop.serve', 'Shop', '<module>']],
    ['await Shop', ['main', '<module>']],
  ])('at %j', (text, expected) => {
    expect(scopesAround(TEXT, lineOf(text))).toEqual(expected);
  });

  test('outside the text it is the module', () => {
    expect(scopesAround([], 7)).toEqual(['<module>']);
  });
});
