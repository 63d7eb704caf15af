import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TERMS } from './terms';

describe('the definitions of terms', () => {
  it('are whole sentences, and short', () => {
    for (const definition of Object.values(TERMS)) {
      expect(definition).toMatch(/^[A-Z].*\.$/);
      expect(definition.length).toBeLessThanOrEqual(160);
    }
  });

  it('are all used in explanations', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.includes('test'));
    const text = sources.map((file) => readFileSync(`${folder}${file}`, 'utf8')).join('\n');
    expect(Object.keys(TERMS).filter((word) => !text.includes(`term('${word}')`))).toEqual([]);
  });
});
