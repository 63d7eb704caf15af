import type { RecordingIndex } from '../../../model/index/recording-index';
import { asNanoseconds, asStep, type Nanoseconds, type Step } from '../../../model/units';
import { WORDS } from '../../../model/vocabulary';
import { clockAt } from '../../../model/world-at';
import { type Request, targetOf } from './request';

/** A request, or an attempt to connect or to look a name up that failed, which the program made in a recording, perhaps several times. */
export interface Asked extends Request {
  /** The path with its query; empty for an attempt to connect or to look a name up. */
  readonly target: string;
  readonly times: number;
  /** Of the last time: "200 OK, 45 bytes", or the error that came in its place; null: nothing has come. */
  readonly answer: string | null;
  readonly failed: boolean;
  /** How long the last took; null: it has no end. */
  readonly took: Nanoseconds | null;
  /** Where the first began. */
  readonly step: Step;
}

export interface AskedHost {
  readonly host: string;
  readonly asked: readonly Asked[];
}

/** The hosts that a program asked, which it does not serve itself, in the order of the first request to each. */
export function askedHosts(index: RecordingIndex): readonly AskedHost[] {
  const hosts = new Map<string, Map<string, Asked>>();
  for (let io = 1; io <= index.io.count; io++) {
    const begin = index.io.beginning(io);
    const label = index.recording.string(index.recording.fieldAt(begin, 3));
    const place = placeOf(label);
    if (place === null || OWN.test(place.host)) continue;
    const asked = hosts.get(place.host) ?? new Map<string, Asked>();
    const end = endOf(index, io, begin);
    if (place.target === '' && !end.failed && (end.took !== null || place.method === LOOK_UP)) continue;
    hosts.set(place.host, asked);
    const before = asked.get(label);
    const { method, url, target } = place;
    asked.set(label, { method, url, target, times: (before?.times ?? 0) + 1, ...end, step: before?.step ?? asStep(begin + 1) });
  }
  return [...hosts].map(([host, asked]) => ({ host, asked: [...asked.values()] }));
}

const LOOK_UP = 'look up';

/** Names of the program's own machine. */
const OWN = /^(localhost|ip6-localhost|localhost\.localdomain|loopscope|127\.[\d.]+|0\.0\.0\.0|\[::1?\])(:\d+)?$/;

function placeOf(label: string): (Request & { readonly host: string; readonly target: string }) | null {
  const [, method, rest] = /^([A-Z]+) (https?:.*)$/s.exec(label) ?? [];
  if (method !== undefined && rest !== undefined) {
    const found = targetOf(rest);
    return found === null ? null : { method, url: rest, host: found.host, target: found.target };
  }
  const [, looked] = /^look up (\S+)$/.exec(label) ?? [];
  if (looked !== undefined) return { method: LOOK_UP, url: '', host: looked, target: '' };
  const [, name, port] = /^connect (\S+):(\d+)$/.exec(label) ?? [];
  if (name === undefined) return null;
  return { method: 'connect', url: '', host: port === '80' || port === '443' ? name : `${name}:${port}`, target: '' };
}

function endOf(index: RecordingIndex, io: number, begin: number): Pick<Asked, 'answer' | 'failed' | 'took'> {
  const end = index.io.ending(io);
  if (end < 0) return { answer: null, failed: false, took: null };
  const text = index.recording.string(index.recording.fieldAt(end, 2));
  const failed = WORDS.outcome[index.recording.fieldAt(end, 1)] !== 'result';
  // Of an exception, its name.
  const answer = failed ? text.replace(/\(.*$/s, '') : text;
  return {
    answer: answer === '' ? null : answer,
    failed,
    took: asNanoseconds(clockAt(index, asStep(end)) - clockAt(index, asStep(begin))),
  };
}
