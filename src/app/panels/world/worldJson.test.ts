import * as v from 'valibot';
import { expect, test } from 'vitest';
import { NetworkSchema, PLAIN_NETWORK, RouteSchema } from '../../../model/network';
import { drawnIndex } from '../../drawnWorld.test-support';
import { askedHosts } from './asked';
import { worldJson } from './worldJson';

const HOSTS = askedHosts(
  drawnIndex(`
  io 1 0.25s 'GET http://a.org/x?y=1'
  clock 0.25s idle
  ioDone 1 result '503 Busy, 9 bytes'
  io 2 0.25s 'GET http://b.org/users/3'
  ioDone 2 result '200 OK, 2 bytes'
  io 3 0.25s 'POST http://c.org/'
  ioDone 3 exception ECONNRESET
  io 4 never 'GET http://d.org/'
`),
);

test('the world is what is set, and what was answered without a route, and is read as it was written', () => {
  const users = v.parse(RouteSchema, { host: 'b.org', path: '/users/*', json: [1], latency: 5 });
  const network = { ...PLAIN_NETWORK, latency: 10, unreachable: ['db'], routes: [users] };
  const text = worldJson(network, HOSTS);
  expect(JSON.parse(text)).toEqual({
    latency: 10,
    unreachable: ['db'],
    routes: [
      { host: 'b.org', path: '/users/*', json: [1], latency: 5 },
      { host: 'a.org', method: 'GET', path: '/x?y=1', status: 503, body: null, latency: 250 },
    ],
  });
  expect(v.parse(NetworkSchema, JSON.parse(text)).routes[0]).toEqual(users);
  expect(worldJson(PLAIN_NETWORK, [])).toBe('{}\n');
});
