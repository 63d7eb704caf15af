import * as v from 'valibot';
import { expect, it } from 'vitest';
import { NetworkSchema, networkComplaint, PLAIN_NETWORK } from './network';

it('is plain unless something else is said', () => {
  expect(PLAIN_NETWORK).toEqual({ latency: 0, bandwidth: 0, loss: 0, unreachable: [], routes: [] });
  expect(v.parse(NetworkSchema, { routes: [{ host: 'a.org' }] }).routes[0]).toEqual({
    host: 'a.org',
    method: '*',
    path: '*',
    status: 200,
    headers: {},
    body: '',
    json: null,
    latency: null,
    failure: '',
  });
});

it.each([
  [{ routes: [{ host: 'a', status: 700 }] }, 'routes.0.status is above 599'],
  [{ routes: [{ host: 'a', failure: 'broken' }] }, 'routes.0.failure is none of: refused, reset, timeout, dns'],
  [{ routes: [{ host: '' }] }, 'routes.0.host is empty'],
  [{ latency: 'fast' }, 'latency is not a number'],
  [{ loss: 2 }, 'loss is above 0.9'],
  [{ latencies: 3 }, 'latencies is no name that it may have'],
  [{}, null],
])('says what is wrong with %j', (value, complaint) => {
  expect(networkComplaint(value)).toBe(complaint);
});
