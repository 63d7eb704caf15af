import { expect, test, vi } from 'vitest';
import { fetched } from './fetched';

test('a part that cannot be fetched is asked for again a few times, and comes as soon as the network is there', async () => {
  vi.useFakeTimers();
  const failing = vi.fn(() => Promise.reject(new Error('offline')));
  const refused = expect(fetched(failing)).rejects.toThrow('offline');
  await vi.runAllTimersAsync();
  await refused;
  expect(failing).toHaveBeenCalledTimes(4);

  const coming = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('there');
  const arrived = fetched(coming);
  await vi.runAllTimersAsync();
  expect(await arrived).toBe('there');
  expect(coming).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
