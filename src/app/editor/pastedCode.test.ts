import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleaned } from './pastedCode';

const CODE = 'import asyncio\n\nasync def main():\n    print(1)\n\nasyncio.run(main())\n';

describe('a text that was pasted with what stood around it', () => {
  test('with the prompts of a shell, whose answers are left out', () => {
    const pasted = '>>> import asyncio\n>>> async def main():\n...     print(1)\n...\n>>> asyncio.run(main())\n1\n>>>\n';
    expect(cleaned(pasted)).toEqual({
      with: 'prompts',
      text: 'import asyncio\nasync def main():\n    print(1)\n\nasyncio.run(main())\n',
    });
  });

  test("with a notebook's prompts, whose cells have several lines", () => {
    const pasted = 'In [1]: import asyncio\n   ...: x = 1\n\nIn [2]: x\nOut[2]: 1\n\nIn [ ]: for i in range(2):\n    print(i)\n';
    expect(cleaned(pasted)).toEqual({ with: 'prompts', text: 'import asyncio\nx = 1\n\nx\nfor i in range(2):\n    print(i)\n' });
  });

  test("with Markdown's fences, and prose around them", () => {
    expect(cleaned(`\`\`\`python\n${CODE}\`\`\`\n`)).toEqual({ with: 'fences', text: CODE });
    expect(cleaned(`Here is the code:\n\n\`\`\`py\n${CODE}\`\`\`\n\nIt prints 1.`)).toEqual({ with: 'fences', text: CODE });
    expect(cleaned(`~~~\n>>> print(1)\n~~~`)).toEqual({ with: 'fences', text: 'print(1)\n' });
  });

  test('with line numbers, in the forms that editors and books have', () => {
    const numbered = (form: (number: number, line: string) => string) =>
      CODE.trimEnd()
        .split('\n')
        .map((line, i) => form(i + 9, line))
        .join('\n');
    expect(cleaned(numbered((n, line) => `${String(n).padStart(3)} ${line}`))).toEqual({ with: 'line numbers', text: CODE });
    expect(cleaned(numbered((n, line) => `${n}: ${line}`))).toEqual({ with: 'line numbers', text: CODE });
    expect(cleaned(numbered((n, line) => `${n}\t${line}`))).toEqual({ with: 'line numbers', text: CODE });
    expect(cleaned(numbered((n, line) => `${n}. ${line}`).replaceAll('\n', '\r\n'))).toEqual({ with: 'line numbers', text: CODE });
  });

  test('a program is left alone, whatever it holds', () => {
    const innocent = [
      '',
      '\n',
      CODE,
      '1\n2\n',
      '1\n2\n3\n4\n',
      '"""\n```\nnot mine\n```\n>>> nor this\n"""\n',
      '# ```\nprint(1)\n',
      'x = [\n1,\n2,\n3,\n]\n',
      '10 + 1\n10 + 2\n10 + 3\n',
    ];
    for (const text of innocent) expect(cleaned(text)).toBeNull();
    for (const file of readdirSync('src/content/examples').filter((name) => name.endsWith('.py')))
      expect(cleaned(readFileSync(`src/content/examples/${file}`, 'utf8'))).toBeNull();
  });
});
