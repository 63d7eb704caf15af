import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { FAILURES, type Route, RouteSchema } from '../../../model/network';
import { asNanoseconds, asStep } from '../../../model/units';
import { fieldsOf, fieldsOfAsked, NEW_ROUTE, routeOf } from './routeFields';

const anyRoute: fc.Arbitrary<Route> = fc
  .record({
    host: fc.constantFrom('a.org', '*.a.org', 'localhost:9000'),
    method: fc.constantFrom('*', 'GET', 'POST'),
    path: fc.constantFrom('*', '/', '/x?y=*'),
    latency: fc.option(fc.nat(5000)),
    headers: fc.dictionary(fc.constantFrom('A', 'X-B'), fc.constantFrom('', '1', 'a: b')),
    outcome: fc.oneof(
      fc.record({ failure: fc.constantFrom(...FAILURES) }),
      fc.record({ status: fc.integer({ min: 100, max: 599 }), body: fc.option(fc.string()) }),
      fc.record({ status: fc.constant(200), json: fc.jsonValue().filter((value) => value !== null) }),
    ),
  })
  .map(({ outcome, ...rest }) => v.parse(RouteSchema, JSON.parse(JSON.stringify({ ...rest, ...outcome }))));

describe('a route that is being typed', () => {
  test('is the route it was before anybody typed', () => {
    fc.assert(
      fc.property(anyRoute, (route) => {
        expect(routeOf(fieldsOf(route))).toEqual({ route });
      }),
    );
  });

  test.each([
    ['host', 'https://a.org/x', 'A host alone: api.example.org, *.example.org or example.org:8080.'],
    ['host', ' ', 'A host alone: api.example.org, *.example.org or example.org:8080.'],
    ['path', 'users', 'A path: /users/3, /users/* or * for all.'],
    ['status', '99', 'A number from 100 to 599.'],
    ['status', '2e2', 'A number from 100 to 599.'],
    ['latency', '-1', 'Milliseconds up to 86,400,000, or nothing.'],
    ['latency', 'soon', 'Milliseconds up to 86,400,000, or nothing.'],
    ['headers', 'A: 1\nnone', 'One a line, “Name: value”; “none” is none.'],
    ['body', 'null', 'Something other than null.'],
  ])('says what is wrong with its %s when it is "%s"', (field, value, complaint) => {
    expect(routeOf({ ...NEW_ROUTE, [field]: value })).toEqual({ complaints: { [field]: complaint } });
  });

  test('says all that is wrong at once, and nothing of what does not count', () => {
    expect(routeOf({ ...NEW_ROUTE, host: '', body: '{' })).toEqual({
      complaints: { host: expect.any(String), body: expect.stringMatching(/^No JSON: /) },
    });
    expect(routeOf({ ...NEW_ROUTE, outcome: 'timeout', latency: 'soon' })).toMatchObject({ route: { failure: 'timeout', latency: null } });
    expect(routeOf({ ...NEW_ROUTE, outcome: 'refused', status: '', body: '{' })).toMatchObject({ route: { failure: 'refused' } });
  });
});

test('a route that is made of a request answers it as it was answered', () => {
  const asked = {
    method: 'GET',
    url: 'http://a.org/x?y=1',
    target: '/x?y=1',
    times: 2,
    answer: '404 Not Found, 0 bytes',
    failed: false,
    took: asNanoseconds(250_000_000),
    step: asStep(4),
  };
  expect(routeOf(fieldsOfAsked('a.org', asked))).toEqual({
    route: { host: 'a.org', method: 'GET', path: '/x?y=1', status: 404, headers: {}, body: null, json: null, latency: 250, failure: '' },
  });
  expect(fieldsOfAsked('a.org', { ...asked, answer: 'ECONNRESET', failed: true, took: null })).toMatchObject({
    status: '200',
    latency: '',
  });
});
