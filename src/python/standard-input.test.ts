import { describe, expect, it } from 'vitest';
import { NO_INPUT } from '../model/scenario';
import { record, story } from './record-program.test-support';
import { standardInput } from './standard-input';

describe('the standard input of a run', () => {
  const read = (next: () => string | null, times: number) => Array.from({ length: times }, next);

  it('gives the text of the conditions a line at a time, then its end', () => {
    expect(read(standardInput({ text: 'a\n\nb', ended: true }, undefined), 5)).toEqual(['a\n', '\n', 'b', '', '']);
  });

  it('then asks, unless the text ends the input or nobody can be asked', () => {
    const lines = ['x\n'];
    expect(
      read(
        standardInput({ text: 'a\n', ended: false }, () => lines.shift()),
        3,
      ),
    ).toEqual(['a\n', 'x\n', '']);
    expect(
      read(
        standardInput({ text: 'a\n', ended: true }, () => 'x\n'),
        2,
      ),
    ).toEqual(['a\n', '']);
    expect(read(standardInput(NO_INPUT, undefined), 2)).toEqual([null, null]);
  });
});

const ASKS = `import asyncio, os, sys


async def main():
    name = input("name? ")
    print("hello,", name)
    print(sys.stdin.readline().strip().upper(), end="|")
    await asyncio.sleep(1)
    print(os.read(0, 2), os.read(0, 100), end="")
    os.write(1, b" written\\n")
    try:
        input("more? ")
    except EOFError as error:
        print(repr(error))
    print(list(sys.stdin), repr(sys.stdin.read()), sys.stdin.name, sys.stdin.encoding, sys.stdin.isatty())


asyncio.run(main())
`;

it('a program that asks is recorded up to there, further with each answer, and to its end when the input ends', async () => {
  const unanswered = await record(ASKS);
  expect(unanswered.report).toMatchObject({ outcome: 'input', status: 0, text: 'the program asks for a line of input at main.py:5' });
  expect(unanswered.stdout).toBe('name? ');

  const once = await record(ASKS, { input: { text: 'Ädä\n', ended: false } });
  expect(once.report.text).toBe('the program asks for a line of input at main.py:7');
  expect(once.stdout).toBe('name? hello, Ädä\n');
  const lines = story(unanswered, 'line', 'local', 'output');
  expect(story(once, 'line', 'local', 'output').slice(0, lines.length)).toEqual(lines);

  const ended = await record(ASKS, { input: { text: 'Ädä\nx\nabcd\n', ended: true } });
  expect(ended.report).toMatchObject({ outcome: 'completed', status: 0 });
  expect(ended.stdout).toBe(
    "name? hello, Ädä\nX|b'ab' b'cd\\n' written\nmore? EOFError('EOF when reading a line')\n[] '' <stdin> utf-8 False\n",
  );
  expect(story(ended, 'input')).toEqual(['input Ädä', 'input x', 'input abcd', 'input', 'input', 'input']);
}, 120_000);
