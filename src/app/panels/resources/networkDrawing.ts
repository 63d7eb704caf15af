import { count } from '../../../analysis/explain/phrase';
import type { ResourceView } from '../../../model/world';
import type { Seat } from './seat';

/** What is drawn of a server, a connection or a session. */
interface NetworkDrawing {
  readonly summary: string;
  readonly gate: null;
  readonly seats: readonly Seat[];
}

/** A server with its connections, a connection with its two directions, a session with its requests in flight. */
export function networkDrawing(resource: ResourceView, kind: 'Server' | 'Connection' | 'Session'): NetworkDrawing {
  const { address, closed } = resource;
  const parts = [...(address === '' ? [] : [address]), ...(closed ? ['closed'] : counts(resource, kind))];
  return { gate: null, summary: parts.join(' · '), seats: closed && kind !== 'Server' ? [] : seats(resource, kind) };
}

function counts({ value, unfinished }: ResourceView, kind: 'Server' | 'Connection' | 'Session'): readonly string[] {
  switch (kind) {
    case 'Server':
      return [`${value} open, ${unfinished} accepted`];
    case 'Connection':
      return [];
    case 'Session':
      return [`${count(value, 'request')} in flight, ${unfinished} made`];
  }
}

/** No more connections of a server are drawn. */
const MOST_CONNECTIONS = 12;

function seats({ value, unfinished, items }: ResourceView, kind: 'Server' | 'Connection' | 'Session'): readonly Seat[] {
  switch (kind) {
    case 'Server': {
      const drawn = Array.from({ length: Math.min(value, MOST_CONNECTIONS) }, (_, item) => full(item, 'connection'));
      return value > drawn.length ? [...drawn, { kind: 'more', label: `and ${(value - drawn.length).toLocaleString('en')} more` }] : drawn;
    }
    case 'Connection':
      return [
        value === 0 ? { kind: 'free', label: '← nothing to read' } : full(1, `← ${count(value, 'byte')} to read`),
        unfinished === 0 ? { kind: 'free', label: '→ nothing on its way' } : full(2, `→ ${count(unfinished, 'byte')} on their way`),
      ];
    case 'Session':
      return items.map(({ item, text }) => full(item, text));
  }
}

const full = (item: number, label: string): Seat => ({ kind: 'item', item, label, next: false });

const WAITS: readonly (readonly [begins: string, title: string])[] = [
  ['read ', 'waits for bytes'],
  ['write ', 'drain() blocked'],
  ['close ', 'waits for its end'],
  ['serve ', 'serves'],
];

/** What tasks that wait for something under way are called, by what that is. */
export const networkWait = (io: string): string => WAITS.find(([begins]) => io.startsWith(begins))?.[1] ?? 'waits for an answer';
