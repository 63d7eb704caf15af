import { describe, expect, test } from 'vitest';
import { draw } from '../../model/recording-drawing.test-support';
import { createApp } from '../store/app';
import { FakeMachine, settle } from '../store/fakeMachine.test-support';
import { paletteGroups } from './paletteEntries';

const TEXT = 'sem = asyncio.Semaphore(2)\nawait fetch(1)\n';

/** A thousand tasks, and a semaphore. */
class CrowdedMachine extends FakeMachine {
  override readonly examples = [
    { slug: 'first', title: 'Crowd', summary: 'A thousand guests.', text: TEXT },
    { slug: 'second', title: 'Sequential', summary: 'One after the other.', text: '' },
  ];

  override readonly openRecording = () => {
    const guests = Array.from({ length: 1000 }, (_, i) => `task ${i + 1} Task-${i + 1} guest main.py:1`).join('\n');
    return Promise.resolve(
      draw(`loopStart 1\nresource 1 Semaphore sem main.py:1\n${guests}`, { files: [{ path: 'main.py', text: TEXT }] }),
    );
  };
}

/** Contains it: good enough to see what is asked. */
const score = (text: string, query: string): number => (text.toLowerCase().includes(query.toLowerCase()) ? query.length / text.length : 0);

async function openPalette() {
  const app = createApp(new CrowdedMachine());
  await settle();
  return {
    app,
    find: (query: string) =>
      paletteGroups(app.examples, app.store.getState(), query, score).map(
        ({ heading, entries }) => [heading, entries.map(({ title }) => title)] as const,
      ),
  };
}

describe('the palette', () => {
  test('finds actions, tasks, resources, programs and lines by what they are called', async () => {
    const { find } = await openPalette();
    expect(find('guest-777')).toEqual([['Tasks', ['guest-777']]]);
    expect(Object.fromEntries(find('sem'))).toEqual({ Resources: ['sem'], Lines: ['sem = asyncio.Semaphore(2)'] });
    expect(find('Sequential')).toEqual([['Programs', ['Sequential']]]);
    expect(find('one after the')).toEqual([['Programs', ['Sequential']]]);
    expect(find('Semaphore')[0]).toEqual(['Resources', ['sem']]);
    expect(find('list of keys')).toEqual([['Actions', ['List of keys']]]);
    expect(find('nothing is called so')).toEqual([]);
  });

  test('takes ":2" for a line, with what can be done with it', async () => {
    const { app, find } = await openPalette();
    expect(find(':2')[0]).toEqual(['Line', ['Show line 2', 'Run to line 2', 'Set a breakpoint on line 2']]);
    app.actions.toggleBreakpoint(2);
    expect(find(':2')[0]?.[1]).toContain('Remove a breakpoint on line 2');
    expect(find(':99')).toEqual([]);
  });

  test('finds bookmarks by their notes', async () => {
    const { app, find } = await openPalette();
    app.actions.setBookmark(3, 'the crowd arrives');
    app.actions.setBookmark(5, '');
    expect(find('arrives')).toEqual([['Bookmarks', ['the crowd arrives']]]);
    expect(find('step 5')).toContainEqual(['Bookmarks', ['Step 5']]);
  });

  test('lists no more of a thousand tasks than one looks at, and the nearest first', async () => {
    const { find } = await openPalette();
    const offered = Object.fromEntries(find(''));
    expect(offered.Tasks).toHaveLength(5);
    expect(offered.Actions?.length).toBeGreaterThan(20);
    const found = Object.fromEntries(find('guest-1'));
    expect(found.Tasks).toHaveLength(8);
    expect(found.Tasks?.[0]).toBe('guest-1');
  });
});
