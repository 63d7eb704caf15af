import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taskLabels } from './task-labels';

const unnamed = (coro: string) => ({ name: 'Task-1', coro });

describe('the labels of tasks', () => {
  it('are the names that the user chose', () => {
    expect(taskLabels([{ name: 'saver', coro: 'save' }])).toEqual(['saver']);
  });

  it('are else the last part of the coroutine', () => {
    expect(taskLabels([unnamed('main'), unnamed('Crawler.fetch'), unnamed('main.<locals>.inner')])).toEqual(['main', 'fetch', 'inner']);
  });

  it('are numbered where several tasks would have the same', () => {
    expect(taskLabels([unnamed('fetch'), unnamed('main'), unnamed('Other.fetch'), { name: 'fetch', coro: 'x' }])).toEqual([
      'fetch-1',
      'main',
      'fetch-2',
      'fetch-3',
    ]);
  });

  it('fall back on the name that asyncio gave when nothing is known of the coroutine', () => {
    expect(taskLabels([{ name: 'Task-7', coro: '' }])).toEqual(['Task-7']);
  });

  it('leave a name to the user who chose it, and mark the number that is taken', () => {
    expect(taskLabels([unnamed('fetch'), unnamed('fetch'), { name: 'fetch-2', coro: 'x' }])).toEqual(['fetch-1', "fetch-2'", 'fetch-2']);
  });

  it('are never the same for two tasks', () => {
    const words = fc.constantFrom('a', 'a-1', "a-1'", 'a-2', 'b', 'Task-1', '');
    fc.assert(
      fc.property(fc.array(fc.record({ name: words, coro: words }), { maxLength: 12 }), (tasks) => {
        const labels = taskLabels(tasks);
        expect(new Set(labels).size).toBe(tasks.length);
      }),
    );
  });
});
