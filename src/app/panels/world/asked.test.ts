import { expect, test } from 'vitest';
import { drawnIndex } from '../../drawnWorld.test-support';
import { askedHosts } from './asked';

const RECORDED = `
  io 1 never 'look up a.org'
  io 2 0s 'connect a.org:80'
  ioDone 2 result
  io 3 0.25s 'GET http://a.org/x?y=1'
  io 4 never 'read a.org:80'
  clock 0.25s idle
  ioDone 3 result '200 OK, 9 bytes'
  io 5 0.5s 'GET http://a.org/x?y=1'
  io 6 never 'GET http://localhost:8080/own'
  io 7 never 'POST https://b.org:8443/'
  io 8 0.5s 'connect c.org:81'
  ioDone 8 exception 'ConnectionRefusedError(111, "No")'
  io 9 never 'connect 10.1.2.3:5432'
  io 10 0.5s 'look up b.org'
  ioDone 10 result
  io 11 0.5s 'look up nowhere.org'
  ioDone 11 exception 'gaierror(-2, "Name or service not known")'
  clock 0.5s idle
  ioDone 5 exception ECONNRESET
`;

test('hosts are listed with what they were asked, how often, what they answered last and how long that took', () => {
  expect(askedHosts(drawnIndex(RECORDED))).toEqual([
    {
      host: 'a.org',
      asked: [
        {
          method: 'GET',
          url: 'http://a.org/x?y=1',
          target: '/x?y=1',
          times: 2,
          answer: 'ECONNRESET',
          failed: true,
          took: 250_000_000,
          step: 4,
        },
      ],
    },
    {
      host: 'b.org:8443',
      asked: [{ method: 'POST', url: 'https://b.org:8443/', target: '/', times: 1, answer: null, failed: false, took: null, step: 10 }],
    },
    {
      host: 'c.org:81',
      asked: [{ method: 'connect', url: '', target: '', times: 1, answer: 'ConnectionRefusedError', failed: true, took: 0, step: 11 }],
    },
    {
      host: '10.1.2.3:5432',
      asked: [{ method: 'connect', url: '', target: '', times: 1, answer: null, failed: false, took: null, step: 13 }],
    },
    {
      host: 'nowhere.org',
      asked: [{ method: 'look up', url: '', target: '', times: 1, answer: 'gaierror', failed: true, took: 0, step: 16 }],
    },
  ]);
});
