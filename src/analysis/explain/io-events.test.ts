import { expect, it } from 'vitest';
import { said } from './said.test-support';

const MAIN = 'task 1 main\n handle 1 1 firstStep\n loopStart 1\n turn 1 1\n run 1\n';

it('tells what is under way and until when', () => {
  expect(said(`${MAIN} io 1 0.3s 'GET http://a/'`)).toBe(
    'main begins GET http://a/. It takes 0.300 s, until 0.300 s, and the loop can do other things meanwhile.',
  );
  expect(said(`${MAIN} io 1 never 'read a:80'`)).toBe(
    'main begins read a:80. Nobody knows yet when that will end. The loop can do other things meanwhile.',
  );
});

it('tells how it has ended', () => {
  expect(said(`${MAIN} io 1 0s 'connect a:80'\n ioDone 1 result`)).toBe('connect a:80 is done.');
  expect(said(`${MAIN} io 1 0s 'GET http://a/'\n ioDone 1 result '200 OK, 9 bytes'`)).toBe(
    'GET http://a/ is done. The answer: 200 OK, 9 bytes.',
  );
  expect(said(`${MAIN} io 1 0s 'connect a:80'\n ioDone 1 exception ECONNREFUSED`)).toBe('connect a:80 has failed: ECONNREFUSED.');
  expect(said(`${MAIN} io 1 0s 'connect a:80'\n ioDone 1 cancelled`)).toBe('connect a:80 was given up before it had ended.');
});
