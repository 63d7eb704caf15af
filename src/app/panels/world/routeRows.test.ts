import * as v from 'valibot';
import { expect, test } from 'vitest';
import { NetworkSchema } from '../../../model/network';
import { NEW_ROUTE } from './routeFields';
import { movedUp, type RouteRow, routesOf, rowsOf, withFields, withNew, without } from './routeRows';

const NETWORK = v.parse(NetworkSchema, { routes: [{ host: 'a.org' }, { host: 'b.org' }] });
const hosts = (rows: readonly RouteRow[]) => routesOf(rows).map(({ host }) => host);

test('what is wrong is kept as it is typed, and the route holds that was right before', () => {
  const [first] = rowsOf(NETWORK);
  const rows = withFields(rowsOf(NETWORK), 0, { ...NEW_ROUTE, host: 'c.org', status: '?' });
  expect(rows[0]).toMatchObject({
    fields: { host: 'c.org', status: '?' },
    complaints: { status: expect.any(String) },
    route: first?.route,
  });
  expect(hosts(rows)).toEqual(['a.org', 'b.org']);
  expect(hosts(withFields(rows, 0, { ...NEW_ROUTE, host: 'c.org' }))).toEqual(['c.org', 'b.org']);
});

test('a new route comes first, counts once it is right, and can be moved and removed', () => {
  const rows = withNew(rowsOf(NETWORK), { ...NEW_ROUTE, host: '' });
  expect(hosts(rows)).toEqual(['a.org', 'b.org']);
  const right = withFields(rows, rows[0].id, { ...NEW_ROUTE, host: 'c.org' });
  expect(hosts(right)).toEqual(['c.org', 'a.org', 'b.org']);
  expect(hosts(movedUp(right, 1))).toEqual(['c.org', 'b.org', 'a.org']);
  expect(movedUp(right, rows[0].id)).toBe(right);
  expect(hosts(without(right, 0))).toEqual(['c.org', 'b.org']);
});
