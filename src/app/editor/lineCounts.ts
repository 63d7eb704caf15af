/** How often a line ran: up to the present step, and in the whole recording. */
export interface LineCount {
  readonly soFar: number;
  readonly inAll: number;
}

/** A count in at most four characters: "7", "999", "1.2k", "34k", "5M". */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const [unit, scale] = count < 999_500 ? (['k', 1000] as const) : (['M', 1_000_000] as const);
  const scaled = count / scale;
  return `${scaled < 9.95 ? scaled.toFixed(1).replace('.0', '') : Math.round(scaled)}${unit}`;
}

/** How warm a count looks, from 0 to 4: each step is about six times as often. */
export const heatOf = (count: number): number => Math.min(4, Math.floor(Math.log(Math.max(1, count)) / Math.log(6)));

/** A count in words. */
export function countInWords({ soFar, inAll }: LineCount): string {
  const times = (count: number): string => (count === 1 ? 'once' : `${count.toLocaleString('en')} times`);
  if (soFar === inAll) return `Ran ${times(inAll)}.`;
  return `Ran ${soFar === 0 ? 'not yet' : times(soFar)} up to this step; ${times(inAll)} in the whole recording.`;
}
