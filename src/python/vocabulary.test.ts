import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, WORDS } from '../model/vocabulary';
import { runtimeFiles } from './node-python';

const source = runtimeFiles().get('_loopscope/vocabulary.py') ?? '';

/** The strings of the tuple that is assigned to a name. */
function words(name: string): string[] {
  const tuple = new RegExp(`^${name}: Final = \\(([^)]*)\\)`, 'm').exec(source)?.[1] ?? '';
  return [...tuple.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
}

describe('the vocabulary on the Python side', () => {
  it('numbers the kinds of events as the model does', () => {
    const kinds = [...source.matchAll(/^([A-Z_]+): Final = (\d+)$/gm)].map(([, name = '', number]) => [
      name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      Number(number),
    ]);
    expect(kinds).toEqual(EVENT_KINDS.map((kind, number) => [kind, number]));
  });

  it.each([
    ['HANDLE_CAUSES', WORDS.handleCause],
    ['WAIT_REASONS', WORDS.waitReason],
    ['OUTCOMES', WORDS.outcome],
    ['SCOPE_KINDS', WORDS.scopeKind],
    ['RESOURCE_KINDS', WORDS.resourceKind],
    ['PROGRAM_OUTCOMES', WORDS.programOutcome],
    ['MISUSES', WORDS.misuse],
  ])('has the words of %s in the order of the model', (name, expected) => {
    expect(words(name)).toEqual(expected);
  });
});
