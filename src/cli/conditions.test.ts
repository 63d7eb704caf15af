import { expect, test } from 'vitest';
import { readCondition } from '../analysis/breakpoints/condition';
import { LinePasses } from '../analysis/breakpoints/linePasses';
import { record } from '../python/record-program.test-support';

const EXPRESSIONS = [
  'n == 7 and name != "x"',
  'n // -2 == -4',
  'n % -3 == -2',
  '-n % 3 == 2',
  'n / 2 == 3.5',
  '2 ** 100 > big',
  '2 ** -1 == half',
  'n * 1.5 >= 10.5',
  'True + True == 2',
  '1 < n < 10 < big',
  '1 < n > 8',
  'not n',
  'not name == "Ada" or n',
  'n if half else 0',
  'not n and not half or n',
  'not n or half and not name',
  'not (n or half) or not not n',
  'nobody or not n or name',
  '"d" in name',
  '"D" not in name',
  'name < "Adb"',
  'name + "!" == "Ada!"',
  'name[-1] == "a"',
  'len(name) == 3',
  'items[1] == "b"',
  'len(items) > 2',
  'items == [1, "b", [2.5, None]]',
  'items[2][1] is None',
  'pair < (1, 3)',
  'pair == (1, 2)',
  '() < pair',
  'table["k"] == {"deep": 1}',
  '"z" in table',
  'len(table) == 2',
  'nobody is None',
  'job is not None',
  'job.number == 4 and job.done is False',
  'job.tags[0] == "é\\n"',
  'min(n, 3) + max([1, 9, 4]) == 12',
  'abs(-n) == n',
  'signs == "it\'s \\"so\\"\\t\\\\"',
  'raw == b"\\x00a"',
  '{1, 2} == both',
  'queue[0] == 5',
  'limit > n',
  'nan == nan',
  'n in (1, 7)',
  'n in {7: 1}',
];

const PROGRAM = `
from collections import deque

limit = 100


class Job:
    def __init__(self):
        self.number = 4
        self.done = False
        self.tags = ["\\u00e9\\n"]


def work(n, name):
    big = 2 ** 90
    half = 0.5
    items = [1, "b", [2.5, None]]
    pair = (1, 2)
    table = {"k": {"deep": 1}, 3: 4}
    nobody = None
    job = Job()
    signs = 'it\\'s "so"\\t\\\\'
    raw = b"\\x00a"
    both = {2, 1}
    queue = deque([5, 6])
    nan = float("nan")
    many = list(range(20))
    long = "x" * 200
    stop = 1
    for expression in EXPRESSIONS:
        print(bool(eval(expression)))


EXPRESSIONS = ${JSON.stringify(EXPRESSIONS)}
work(7, "Ada")
`;

test('conditions come to what CPython makes of them, or say by name what is missing', async () => {
  const { index, stdout } = await record(PROGRAM);
  const passes = new LinePasses(index);
  const line = PROGRAM.split('\n').indexOf('    stop = 1') + 1;
  const event = passes.of(line).at(0);
  const frame = index.recording.fieldAt(event, 0);
  const ask = (text: string) => readCondition(index, text).at(event + 1, frame, passes.moduleFrame);

  const real = stdout.trim().split('\n');
  expect(real).toHaveLength(EXPRESSIONS.length);
  expect(EXPRESSIONS.map((text) => [text, ask(text)])).toEqual(EXPRESSIONS.map((text, i) => [text, real[i] === 'True']));

  const refused: Readonly<Record<string, string>> = {
    'items[:2] == 1': 'slices are not supported',
    'missing > 1': 'missing is not recorded here',
    'len(many) > 8': 'many is not recorded in full',
    'long == "x"': 'long is not recorded in full',
    'job.size': 'job.size is not recorded',
    'job == 3': 'job is not recorded in full',
    'name.upper() == "ADA"': 'name.upper() cannot be called: a recording runs nothing',
    'sorted(items)': 'sorted() cannot be called: only len, min, max and abs can',
    'n / 0': 'division by zero',
    'n < name': "'<' is not supported between int and str",
    'items is pair': 'whether two objects are the same is not recorded; "is" works with None, True and False',
    'n = 3': 'this is a statement, not an expression: to compare, write ==',
    'n ==': 'this is no Python expression',
    'await n': 'await cannot be evaluated from a recording',
    'f"{n}"': 'an f-string cannot be evaluated from a recording',
    '[i for i in items]': 'a comprehension cannot be evaluated from a recording',
    'n, name': 'put a tuple in parentheses',
  };
  expect(Object.fromEntries(Object.keys(refused).map((text) => [text, ask(text)]))).toEqual(
    Object.fromEntries(Object.entries(refused).map(([text, reason]) => [text, { reason }])),
  );
});
