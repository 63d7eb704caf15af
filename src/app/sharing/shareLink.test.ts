import { expect, test } from 'vitest';
import { DEFAULT_CONDITIONS } from '../../model/scenario';
import { createApp } from '../store/app';
import { FakeMachine, settle } from '../store/fakeMachine.test-support';
import { decodeScenario } from './scenarioLink';
import { shareLink } from './shareLink';

const PAGE = 'https://example.org/loopscope/?example=first#step=3';

async function shared(act: (app: ReturnType<typeof createApp>) => void) {
  const app = createApp(new FakeMachine());
  await settle();
  act(app);
  const link = new URL(await shareLink(app, PAGE));
  const parts = new URLSearchParams(link.hash.slice(1));
  return { link, step: parts.get('step'), scenario: await decodeScenario(parts.get('s') ?? '') };
}

test('a link holds the program, its conditions and the present step, and nothing of the old address', async () => {
  const { link, step, scenario } = await shared((app) => app.actions.travel(7));
  expect(link.origin + link.pathname + link.search).toBe('https://example.org/loopscope/');
  expect(step).toBe('7');
  expect(scenario).toEqual({
    program: { files: [{ path: 'main.py', text: 'print(1)\n' }] },
    conditions: DEFAULT_CONDITIONS,
    bookmarks: [],
  });
});

test('a link to a text that was changed after its run holds that text and no step', async () => {
  const { step, scenario } = await shared((app) => app.actions.setText('print(8)\n'));
  expect(step).toBeNull();
  expect(scenario.program.files[0]?.text).toBe('print(8)\n');
});

test('the bookmarks of the recording travel with it; those of an earlier text stay', async () => {
  const mark = (app: ReturnType<typeof createApp>) => {
    app.actions.travel(4);
    app.actions.setBookmark(4, 'look');
  };
  expect((await shared(mark)).scenario.bookmarks).toEqual([{ step: 4, note: 'look' }]);
  const { scenario } = await shared((app) => {
    mark(app);
    app.actions.setText('print(8)\n');
  });
  expect(scenario.bookmarks).toEqual([]);
});
