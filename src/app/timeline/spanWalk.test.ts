import { expect, test } from 'vitest';
import { twoTasks } from './lanes.test-support';
import { placeAt, walk } from './spanWalk';
import { timelineCommand } from './timelineKeys';

const { lanes } = twoTasks();
const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  timelineCommand({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...held });

test('left and right go from span to span and stay at the ends', () => {
  expect(walk(lanes, { lane: 0, span: 1 }, 'right', 0)).toEqual({ lane: 0, span: 2 });
  expect(walk(lanes, { lane: 0, span: 0 }, 'left', 0)).toEqual({ lane: 0, span: 0 });
  expect(walk(lanes, { lane: 0, span: 5 }, 'right', 0)).toEqual({ lane: 0, span: 5 });
});

test('home and end go to the first and last span', () => {
  expect(walk(lanes, { lane: 0, span: 3 }, 'first', 0)).toEqual({ lane: 0, span: 0 });
  expect(walk(lanes, { lane: 0, span: 3 }, 'last', 0)).toEqual({ lane: 0, span: 5 });
});

test('up and down go to the span of the next lane at the given step, and stay at the edges', () => {
  expect(walk(lanes, { lane: 1, span: 0 }, 'up', 9)).toEqual({ lane: 0, span: 2 });
  expect(walk(lanes, { lane: 0, span: 2 }, 'down', 9)).toEqual({ lane: 1, span: 0 });
  expect(walk(lanes, { lane: 0, span: 2 }, 'up', 9)).toEqual({ lane: 0, span: 2 });
  expect(walk(lanes, { lane: 0, span: 2 }, 'pageDown', 19)).toEqual({ lane: 1, span: 0 });
});

test('the place at a step before a task began is its first span', () => {
  expect(placeAt(lanes, 1, 3)).toEqual({ lane: 1, span: 0 });
  expect(placeAt(lanes, 7, 3)).toBeNull();
});

test('a lane that is gone leaves one where one was', () => {
  expect(walk(lanes, { lane: 9, span: 0 }, 'right', 0)).toEqual({ lane: 9, span: 0 });
});

test('keys walk, travel, go to markers and causes, zoom, pan, fit, select, fold and pin, with or without Shift', () => {
  expect(key('ArrowDown')).toEqual({ kind: 'walk', way: 'down' });
  expect(key('Enter')).toEqual({ kind: 'travel' });
  expect(key('+')).toMatchObject({ kind: 'zoom', factor: 1.5 });
  expect(key('W')).toMatchObject({ kind: 'zoom', factor: 1.5 });
  expect(key('s')).toMatchObject({ kind: 'zoom', factor: 1 / 1.5 });
  expect(key('a')).toMatchObject({ kind: 'pan' });
  expect(key('0')).toEqual({ kind: 'fit' });
  expect(key('i')).toEqual({ kind: 'end', end: 'from' });
  expect(key('z')).toEqual({ kind: 'zoomToSelection' });
  expect(key('Escape')).toEqual({ kind: 'clear' });
  expect(key('g')).toEqual({ kind: 'fold' });
  expect(key('p')).toEqual({ kind: 'pin' });
  expect(key('c')).toEqual({ kind: 'cause' });
  expect(key(']')).toEqual({ kind: 'moment', way: 'next' });
  expect(key('[')).toEqual({ kind: 'moment', way: 'previous' });
});

test('other keys, and chords of the browser, are left to the page', () => {
  expect(key(' ')).toBeNull();
  expect(key('Tab')).toBeNull();
  expect(key('a', { ctrlKey: true })).toBeNull();
  expect(key('d', { metaKey: true })).toBeNull();
});
