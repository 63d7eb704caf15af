import { expect, it } from 'vitest';
import { DEFAULT_PORT, portFrom } from './port';

it('a port is what the person gave, or the default', () => {
  expect(portFrom('5000')).toBe(5000);
  expect(portFrom(undefined)).toBe(DEFAULT_PORT);
  expect(portFrom('')).toBe(DEFAULT_PORT);
});

it.each(['0', '65536', '-1', '80.5', 'http', '0x50', ' 80'])('"%s" is refused as a port', (text) => {
  expect(() => portFrom(text)).toThrow(`"${text}" is not a port`);
});
