import { expect, test } from 'vitest';
import { PLAIN_NETWORK } from '../../../model/network';
import { networkFieldsOf, travellingOf } from './networkFields';

const NETWORK = { ...PLAIN_NETWORK, latency: 2.5, bandwidth: 1000, loss: 0.07, unreachable: ['a.org', 'b.org'] };
const { routes: _, ...TRAVELLING } = NETWORK;

test('how messages travel is what it was before anybody typed', () => {
  expect(networkFieldsOf(NETWORK)).toEqual({ latency: '2.5', bandwidth: '1000', loss: '7', unreachable: 'a.org, b.org' });
  expect(travellingOf(networkFieldsOf(NETWORK), PLAIN_NETWORK)).toEqual({ travelling: TRAVELLING, complaints: {} });
});

test('what is wrong is said, and leaves what was there; what is empty is nothing', () => {
  const wrong = { latency: 'soon', bandwidth: '0.5', loss: '91', unreachable: '' };
  expect(travellingOf(wrong, NETWORK)).toEqual({
    travelling: { ...TRAVELLING, unreachable: [] },
    complaints: { latency: expect.any(String), bandwidth: expect.any(String), loss: expect.any(String) },
  });
  const empty = { latency: '', bandwidth: ' ', loss: '', unreachable: ' c.org,d.org ' };
  expect(travellingOf(empty, NETWORK)).toEqual({
    travelling: { latency: 0, bandwidth: 0, loss: 0, unreachable: ['c.org', 'd.org'] },
    complaints: {},
  });
});
