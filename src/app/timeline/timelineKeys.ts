import type { Walk } from './spanWalk';

/** What a key does while the timeline has the focus. */
export type TimelineCommand =
  | { readonly kind: 'walk'; readonly way: Walk }
  | { readonly kind: 'travel' }
  | { readonly kind: 'cause' }
  | { readonly kind: 'moment'; readonly way: 'next' | 'previous' }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly share: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'end'; readonly end: 'from' | 'to' }
  | { readonly kind: 'zoomToSelection' }
  | { readonly kind: 'fold' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'clear' };

const ZOOM_IN: TimelineCommand = { kind: 'zoom', factor: 1.5 };
const ZOOM_OUT: TimelineCommand = { kind: 'zoom', factor: 1 / 1.5 };

const COMMANDS: Readonly<Record<string, TimelineCommand>> = {
  ArrowLeft: { kind: 'walk', way: 'left' },
  ArrowRight: { kind: 'walk', way: 'right' },
  ArrowUp: { kind: 'walk', way: 'up' },
  ArrowDown: { kind: 'walk', way: 'down' },
  PageUp: { kind: 'walk', way: 'pageUp' },
  PageDown: { kind: 'walk', way: 'pageDown' },
  Home: { kind: 'walk', way: 'first' },
  End: { kind: 'walk', way: 'last' },
  Enter: { kind: 'travel' },
  ']': { kind: 'moment', way: 'next' },
  '[': { kind: 'moment', way: 'previous' },
  c: { kind: 'cause' },
  '+': ZOOM_IN,
  '=': ZOOM_IN,
  w: ZOOM_IN,
  '-': ZOOM_OUT,
  _: ZOOM_OUT,
  s: ZOOM_OUT,
  a: { kind: 'pan', share: -0.15 },
  d: { kind: 'pan', share: 0.15 },
  '0': { kind: 'fit' },
  f: { kind: 'fit' },
  i: { kind: 'end', end: 'from' },
  o: { kind: 'end', end: 'to' },
  g: { kind: 'fold' },
  p: { kind: 'pin' },
  z: { kind: 'zoomToSelection' },
  Escape: { kind: 'clear' },
};

/** The command of a key, or null; keys held with Ctrl, Alt or ⌘ belong to the page and the browser. */
export function timelineCommand(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): TimelineCommand | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

/** The keys in words, for a screen reader and for the tooltip of the help. */
export const KEY_HELP =
  'Left and right arrows walk the spans of a task, up and down arrows the tasks, Home and End go to its first and last span. ' +
  'Enter travels to the span, square brackets to the task’s next and previous output, exception or cancellation, C to what brought the span about. Plus and minus, or W and S, zoom; A and D pan; 0 fits all. ' +
  'I and O select from and up to the present step, Z zooms to the selection, Escape clears it. ' +
  'G folds the tasks that a task created, P keeps its lane on top.';
