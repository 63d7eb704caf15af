import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { record } from './record-program.test-support';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const STAND_INS = new URL('runtime/stand_ins/', import.meta.url);

/** What the interpreter says of the names in the table, by how the table has them. */
const ASK = `import asyncio, importlib, inspect, json

def resolve(name):
    first, *rest = name.split(".")
    if first == "loop":
        found = asyncio.new_event_loop()
    else:
        found = importlib.import_module(first)
    for at, part in enumerate(rest):
        try:
            found = getattr(found, part)
        except AttributeError:
            found = importlib.import_module(".".join([first, *rest[: at + 1]]))
    return found

def is_refused(call):
    try:
        outcome = call(1)
        if inspect.iscoroutine(outcome):
            asyncio.new_event_loop().run_until_complete(outcome)
    except (NotImplementedError, ModuleNotFoundError) as error:
        return str(error).startswith("Loopscope does not simulate ")
    return False

def refusal_among(prefix, owner):
    return [f"{prefix}.{name}" for name in dir(owner) if getattr(getattr(owner, name), "__qualname__", "").startswith("_refusal.")]

with open("names.json") as file:
    names = json.load(file)
missing = []
for name in names["supported"] + names["simulated"]:
    try:
        resolve(name)
    except (ImportError, AttributeError) as error:
        missing.append(f"{name}: {error}")
import os
print(json.dumps({
    "missing": missing,
    "ours": [name for name in names["supported"] if "oopscope" in str(getattr(resolve(name), "__module__", ""))],
    "notRefused": [name for name in names["refused"] if not is_refused(resolve(name))],
    "public": ["asyncio." + name for name in asyncio.__all__ if not name.startswith("_")],
    "refusals": refusal_among("loop", asyncio.new_event_loop()) + refusal_among("os", os),
}))
`;

const Answer = v.object({
  missing: v.array(v.string()),
  ours: v.array(v.string()),
  notRefused: v.array(v.string()),
  public: v.array(v.string()),
  refusals: v.array(v.string()),
});

/** The names in backticks in the first half of each row of the table that begins with `heading`. */
function namesUnder(heading: string): readonly string[] {
  const start = README.indexOf(`| ${heading} |`);
  if (start < 0) throw new Error(`the README has no table "${heading}"`);
  const [table = ''] = README.slice(start).split('\n\n');
  return [...table.matchAll(/`([a-z_]+(?:\.\w+)*)`/g)].map(([, name = '']) => name);
}

const table = {
  supported: namesUnder('as CPython has it'),
  simulated: namesUnder('simulated'),
  refused: namesUnder('refused by name'),
};
const everything: ReadonlySet<string> = new Set(Object.values(table).flat());

describe("the README's table of what is supported", () => {
  let answer: v.InferOutput<typeof Answer>;

  beforeAll(async () => {
    const { stdout, stderr } = await record({ 'main.py': ASK, 'names.json': JSON.stringify(table) });
    expect(stderr).toBe('');
    answer = v.parse(Answer, JSON.parse(stdout));
  }, 60_000);

  it('names nothing that is not there, and calls nothing CPython’s that is ours', () => {
    expect(answer).toMatchObject({ missing: [], ours: [] });
  });

  it('has every public name of asyncio', () => {
    expect(answer.public.filter((name) => !everything.has(name))).toEqual([]);
    expect(answer.public.length).toBeGreaterThan(80);
  });

  it('has all that is refused, and what it says is refused is', () => {
    expect(answer.notRefused).toEqual([]);
    expect(answer.refusals.filter((name) => !table.refused.includes(name))).toEqual([]);
    expect(answer.refusals.length).toBeGreaterThan(7);
  });

  it('has every stand-in', () => {
    const standIns = readdirSync(STAND_INS)
      .map((name) => name.replace(/\.py$/, ''))
      .filter((name) => /^[a-z]\w+$/.test(name));
    expect(standIns.filter((name) => !table.simulated.includes(name))).toEqual([]);
    expect(standIns.length).toBeGreaterThan(3);
  });
});
