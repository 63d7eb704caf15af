import { describe, expect, test } from 'vitest';
import { drawnWorld } from '../../drawnWorld.test-support';
import { inCircles, layOut, NODE_HEIGHT, steadyLayout } from './graphLayout';
import { waitGraph } from './waitGraph';

const THREE_TASKS = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
  task 2 Task-2 a
  handle 2 2 firstStep
  task 3 Task-3 b
  handle 3 3 firstStep
`;

const graphOf = (drawing: string, query = '') => waitGraph(drawnWorld(`${THREE_TASKS}\n${drawing}`), { which: 'program', query });

/** The edges by the labels of what they join. */
function edges(drawing: string): readonly string[] {
  const graph = graphOf(drawing);
  const label = (key: string) => graph.nodes.find((node) => node.key === key)?.label;
  return graph.edges.map(({ from, to, kind }) => `${label(from)} ${kind} ${label(to)}`);
}

const DEADLOCK = `
  resource 1 Lock left
  resource 2 Lock right
  suspend 1 io 0
  ran 1
  run 2
  acquired 1 2
  suspend 2 io 0
  ran 2
  run 3
  acquired 2 3
  suspend 3 acquire 1
  ran 3
  handle 4 2 wakeup
  run 4
  suspend 2 acquire 2
  ran 4
`;

describe('the graph of who waits for whom', () => {
  test('a task leads to the task that it awaits', () => {
    expect(edges('suspend 1 task 3\n ran 1')).toEqual(['main waits b']);
  });

  test('a scope stands between the task that waits for it and its unfinished tasks', () => {
    const drawing = 'scope 1 gather 1\n scopeTask 1 2\n scopeTask 1 3\n suspend 1 gather 1\n ran 1\n run 2\n taskDone 2 result 1\n ran 2';
    expect(edges(drawing)).toEqual(['gather contains b', 'main waits gather']);
  });

  test('a resource leads to whoever holds it, also when nobody waits', () => {
    expect(edges('resource 1 Semaphore sem\n acquired 1 2\n acquired 1 2\n acquired 1 3')).toEqual(['sem holds a', 'sem holds b']);
  });

  test('finished tasks and those that the filter hides are left out', () => {
    expect(graphOf('taskDone 1 result 1\n ran 1').nodes.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(graphOf('', 'main').nodes.map(({ label }) => label)).toEqual(['main']);
  });

  test('nodes are named as in the tree', () => {
    const { nodes } = graphOf('resource 1 Lock lock\n acquired 1 2\n scope 1 TaskGroup 1\n scopeTask 1 2\n suspend 1 taskGroup 1\n ran 1');
    expect(nodes.map(({ name }) => name)).toEqual([
      'main waiting, TaskGroup: 1 of 1 children unfinished',
      'a ready, 1st in the ready queue',
      'b ready, 2nd in the ready queue',
      'TaskGroup of main, 1 of 1 unfinished',
      'lock, Lock',
    ]);
  });

  test('of very many tasks some are drawn and the rest counted', () => {
    const tasks = Array.from({ length: 70 }, (_, index) => `task ${index + 4} Task-${index + 4} c`).join('\n');
    expect(graphOf(tasks)).toMatchObject({ leftOut: 13 });
  });
});

describe('the layout of the graph', () => {
  test('what is waited for stands further to the right, and nothing overlaps', () => {
    const layout = layOut(graphOf('suspend 1 task 3\n ran 1'), 'right');
    const [main, a, b] = layout.nodes;
    expect(b?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0));
    expect(a?.y).not.toBe(main?.y);
    expect(layout.edges).toMatchObject([{ inCircle: false }]);
  });

  test('the tasks of a scope stand in their order', () => {
    const graph = graphOf('scope 1 gather 1\n scopeTask 1 2\n scopeTask 1 3\n suspend 1 gather 1\n ran 1');
    const topDown = layOut(graph, 'right').nodes.toSorted((one, other) => one.y - other.y || one.x - other.x);
    expect(topDown.filter(({ label }) => label === 'a' || label === 'b').map(({ label }) => label)).toEqual(['a', 'b']);
  });

  test('in a narrow panel it goes down instead, and is made smaller only where that does not suffice, as long as it can be read', () => {
    const graph = graphOf('suspend 1 task 3\n ran 1');
    const place = steadyLayout();
    const wide = place(graph, 2_000);
    expect(wide).toMatchObject({ ...layOut(graph, 'right'), zoom: 1 });
    const narrow = place(graph, wide.width - 1);
    const [main, , b] = narrow.nodes;
    expect(b?.y).toBeGreaterThan((main?.y ?? 0) + NODE_HEIGHT);
    expect(narrow.zoom).toBe(1);
    expect(place(graph, narrow.width * 0.8).zoom).toBeCloseTo(0.8);
    expect(place(graph, 10).zoom).toBe(0.6);
  });

  test('a circle of waiters is found, with every edge in it', () => {
    const layout = layOut(graphOf(DEADLOCK), 'right');
    expect(layout.edges).toHaveLength(4);
    expect(layout.edges.every(({ inCircle }) => inCircle)).toBe(true);
    expect(inCircles(layout).map(({ label }) => label)).toEqual(['a', 'b', 'right', 'left']);
    expect(inCircles(layOut(graphOf('suspend 1 task 3\n ran 1'), 'right'))).toEqual([]);
  });

  test('what is joined in the same way stays in place, and still says what is new', () => {
    const place = steadyLayout();
    const before = place(graphOf('suspend 1 task 3\n ran 1'), 1_000);
    const after = place(graphOf('suspend 1 task 3\n ran 1\n turn 2 2\n run 2'), 1_000);
    expect(after.nodes.map(({ x, y }) => [x, y])).toEqual(before.nodes.map(({ x, y }) => [x, y]));
    expect(after.edges).toBe(before.edges);
    expect([before.nodes[1]?.state, after.nodes[1]?.state]).toEqual(['ready', 'running']);
  });
});
