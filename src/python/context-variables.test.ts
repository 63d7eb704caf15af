import { expect, test } from 'vitest';
import { contextOf } from '../model/context-variables';
import { asStep, asTaskId } from '../model/units';
import { record, story } from './record-program.test-support';

const PROGRAM = `import asyncio, decimal
from contextvars import ContextVar, copy_context

user = ContextVar("user", default="nobody")
depth = ContextVar("depth")
other = ContextVar("depth")


class Loud:
    def __repr__(self):
        print("repr was called")
        return "Loud"


async def child(name):
    token = depth.set(1)
    await asyncio.sleep(0.1)
    user.set(name)
    depth.reset(token)
    await asyncio.sleep(0.1)
    other.set(Loud())


async def main():
    user.set("Ada")
    decimal.localcontext()
    decimal.getcontext().prec = 9
    await asyncio.gather(child("Grace"), child("Edsger"))
    print(user.get(), [variable.name for variable in copy_context() if variable in (user, depth, other)])


asyncio.run(main())
`;

test('what the program’s own context variables hold is recorded at the end of each step, unseen by the program', async () => {
  const recorded = await record(PROGRAM);
  expect(recorded.stdout).toBe("Ada ['user']\n");
  expect(story(recorded, 'contextVariable')).toEqual([
    "contextVariable 2 user 'Ada'",
    "contextVariable 3 user 'Ada'",
    "contextVariable 1 user 'Ada'",
    'contextVariable 2 depth 1',
    'contextVariable 3 depth 1',
    "contextVariable 2 user 'Grace'",
    'contextVariable 2 depth',
    "contextVariable 3 user 'Edsger'",
    'contextVariable 3 depth',
    'contextVariable 2 depth-2 <Loud>',
    'contextVariable 3 depth-2 <Loud>',
  ]);
  const { index } = recorded;
  expect(contextOf(index, asTaskId(2), asStep(index.length)).map(({ name, value }) => `${name}=${value}`)).toEqual([
    "user='Grace'",
    'depth-2=<Loud>',
  ]);
}, 120_000);
