import type { Network } from '../../../model/network';

/** How messages travel, as it is being typed. */
export interface NetworkFields {
  /** Milliseconds, one way. */
  readonly latency: string;
  /** Bytes a second; empty for no limit. */
  readonly bandwidth: string;
  /** Per cent. */
  readonly loss: string;
  /** Hosts, with spaces or commas between them. */
  readonly unreachable: string;
}

export type NetworkComplaints = { readonly [F in keyof NetworkFields]?: string };
type Travelling = Omit<Network, 'routes'>;

export const networkFieldsOf = ({ latency, bandwidth, loss, unreachable }: Network): NetworkFields => ({
  latency: String(latency),
  bandwidth: bandwidth === 0 ? '' : String(bandwidth),
  loss: String(Number((loss * 100).toFixed(6))),
  unreachable: unreachable.join(', '),
});

/** What the fields say that is right, the rest as it was; and what is wrong, by field. */
export function travellingOf(
  fields: NetworkFields,
  before: Network,
): { readonly travelling: Travelling; readonly complaints: NetworkComplaints } {
  const latency = numberIn(fields.latency, 0, 86_400_000);
  const bandwidth = numberIn(fields.bandwidth, 1, Number.MAX_SAFE_INTEGER);
  const loss = numberIn(fields.loss, 0, 90);
  const whole = bandwidth === null || Number.isInteger(bandwidth);
  return {
    travelling: {
      latency: Number.isNaN(latency) ? before.latency : (latency ?? 0),
      bandwidth: whole ? (bandwidth ?? 0) : before.bandwidth,
      loss: Number.isNaN(loss) ? before.loss : Number(((loss ?? 0) / 100).toFixed(8)),
      unreachable: fields.unreachable.split(/[\s,]+/).filter((host) => host !== ''),
    },
    complaints: {
      ...(Number.isNaN(latency) ? { latency: 'Milliseconds up to 86,400,000.' } : {}),
      ...(whole ? {} : { bandwidth: 'A whole number of bytes from 1 on, or nothing for no limit.' }),
      ...(Number.isNaN(loss) ? { loss: 'Per cent up to 90.' } : {}),
    },
  };
}

/** null for nothing, NaN for what is no number in between. */
function numberIn(text: string, least: number, most: number): number | null {
  if (text.trim() === '') return null;
  const number = Number(text);
  return number >= least && number <= most ? number : Number.NaN;
}
