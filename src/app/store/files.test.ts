import { describe, expect, test } from 'vitest';
import { decodeScenario } from '../sharing/scenarioLink';
import { shareLink } from '../sharing/shareLink';
import { createApp } from './app';
import { FakeMachine, mapKeeper, settle } from './fakeMachine.test-support';
import { freePath, pathComplaint } from './filePaths';
import { OWN_PROGRAM } from './programs';
import { currentFiles, currentText, shownPath } from './selectors';

async function openOwn(machine = new FakeMachine()) {
  const app = createApp(machine);
  await settle();
  app.actions.openProgram(OWN_PROGRAM);
  const state = () => app.store.getState();
  return {
    app,
    machine,
    actions: app.actions,
    state,
    paths: () => currentFiles(app.examples, state()).map(({ path }) => path),
    shown: () => shownPath(app.examples, state()),
    text: () => currentText(app.examples, state()),
  };
}

describe('several files in a program', () => {
  test('are added, typed into, renamed, deleted and brought back', async () => {
    const { actions, paths, shown, text, state } = await openOwn();
    expect(actions.addFile()).toBe('module.py');
    actions.setText('X = 1\n');
    expect(paths()).toEqual(['main.py', 'module.py']);
    expect(text()).toBe('X = 1\n');
    expect(actions.renameFile('module.py', 'pkg/helper.py')).toBeNull();
    expect([paths(), shown(), text()]).toEqual([['main.py', 'pkg/helper.py'], 'pkg/helper.py', 'X = 1\n']);
    actions.openFile('main.py');
    expect(text()).toContain('asyncio');
    actions.deleteFile('pkg/helper.py');
    expect(paths()).toEqual(['main.py']);
    actions.restoreFile();
    expect([paths(), text(), state().deletedFile]).toEqual([['main.py', 'pkg/helper.py'], 'X = 1\n', null]);
  });

  test('the file that runs stays, under its name', async () => {
    const { actions, paths } = await openOwn();
    actions.addFile();
    expect(actions.renameFile('main.py', 'other.py')).toBe('main.py is the file that runs.');
    actions.deleteFile('main.py');
    expect(paths()).toEqual(['main.py', 'module.py']);
  });

  test('are there again at the next visit, and recorded and shared together', async () => {
    const keeper = mapKeeper();
    const first = await openOwn(new FakeMachine(keeper));
    first.actions.addFile();
    first.actions.setText('Y = 2\n');
    const second = await openOwn(new FakeMachine(keeper));
    expect(second.paths()).toEqual(['main.py', 'module.py']);
    second.actions.run();
    await settle();
    expect(second.machine.fake.runs.at(-1)?.program.files[1]).toEqual({ path: 'module.py', text: 'Y = 2\n' });
    const link = await shareLink(second.app, 'https://example.org/loopscope/');
    const scenario = await decodeScenario(new URLSearchParams(new URL(link).hash.slice(1)).get('s') ?? '');
    expect(scenario.program.files.map(({ path }) => path)).toEqual(['main.py', 'module.py']);
  });

  test('restoring a program takes its added files away', async () => {
    const { actions, paths, state } = await openOwn();
    actions.addFile();
    actions.restoreOriginal();
    expect(paths()).toEqual(['main.py']);
    expect(state().drafts.files).toEqual({});
  });

  test('dropped files are added or replace those of their name; what cannot be is said', async () => {
    const { actions, paths, shown, state } = await openOwn();
    actions.takeFiles([
      { path: 'pkg/a.py', text: 'A = 1\n' },
      { path: 'pkg', text: '' },
      { path: 'main.py', text: 'import pkg.a\n' },
    ]);
    expect(paths()).toEqual(['main.py', 'pkg/a.py']);
    expect(shown()).toBe('pkg/a.py');
    expect(currentFiles([], state())[0]?.text).toBe('import pkg.a\n');
    expect(state().notice).toBe('pkg: pkg would be a file and a folder at once.');
  });
});

test('a path stays inside the program', () => {
  for (const path of ['a.py', 'pkg/sub/b.py', 'data.json', 'größe.py']) expect(pathComplaint(path, ['main.py'])).toBeNull();
  for (const path of [
    '',
    '/a.py',
    '../a.py',
    'a/../b.py',
    'a//b.py',
    'a/',
    '.',
    'C:\\a.py',
    'a\n.py',
    'main.py',
    'main.py/x.py',
    'x'.repeat(201),
  ])
    expect(pathComplaint(path, ['main.py'])).not.toBeNull();
  expect(freePath(['main.py', 'module.py'])).toBe('module2.py');
});
