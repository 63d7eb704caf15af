import { describe, expect, test } from 'vitest';
import { fits, targetOf } from './request';

describe('a route', () => {
  test.each([
    ['example.org', '*', '*', true],
    ['EXAMPLE.org', 'get', '/users/*', true],
    ['*.org', 'GET', '/users/3?a=[1]', true],
    ['example.org:80', '*', '/users/3', true],
    ['example.org:8080', '*', '*', false],
    ['api.example.org', '*', '*', false],
    ['example?org', '*', '*', false],
    ['example.org', 'POST', '*', false],
    ['example.org', '*', '/users', false],
  ])('for %s %s %s answers GET http://example.org/users/3?a=[1]: %s', (host, method, path, expected) => {
    expect(fits({ host, method, path }, { method: 'GET', url: 'http://example.org/users/3?a=[1]' })).toBe(expected);
  });
});

test('an address is taken apart as it was asked for', () => {
  expect(targetOf('https://u:p@a.org')).toEqual({ host: 'a.org', name: 'a.org', port: '443', path: '/', target: '/' });
  expect(targetOf('http://a.org:8080/x%20y?q#f')).toMatchObject({ host: 'a.org:8080', path: '/x%20y', target: '/x%20y?q' });
  expect(targetOf('read a.org:80')).toBeNull();
});
