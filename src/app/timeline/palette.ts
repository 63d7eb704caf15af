import type { TaskState } from '../../model/world';
import type { Theme } from '../shell/theme';
import type { Fill } from './pen';

/** The colours, patterns and fonts of the timeline, in one theme. */
export interface Palette {
  readonly theme: Theme;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  /** Behind the selected task's lane. */
  readonly selected: string;
  /** A state's own colour. */
  readonly colour: Readonly<Record<TaskState, string>>;
  /** What a span in a state is filled with. */
  readonly fill: Readonly<Record<TaskState, Fill>>;
  /** For names of tasks. */
  readonly nameFont: string;
  /** For the selected task's name. */
  readonly selectedNameFont: string;
  /** For the ruler. */
  readonly rulerFont: string;
  /** The widths of a character of a name and of the ruler, in CSS pixels. */
  readonly nameCharPx: number;
  readonly rulerCharPx: number;
}

/** How a tile of a pattern is drawn: CSS pixels, `size` square. */
type Hatch = (tile: CanvasRenderingContext2D, size: number) => void;

/** Lines from the lower left to the upper right that join from tile to tile. */
const diagonal =
  (width: number): Hatch =>
  (tile, size) => {
    tile.lineWidth = width;
    tile.beginPath();
    for (const offset of [-size, 0, size]) {
      tile.moveTo(offset - 1, size + 1);
      tile.lineTo(offset + size + 1, -1);
    }
    tile.stroke();
  };

const bars: Hatch = (tile, size) => tile.fillRect(0, 0, size / 2, size);

interface Texture {
  readonly size: number;
  /** How strong the ground below the hatching is, from 0 to 1. */
  readonly ground: number;
  readonly hatch: Hatch | null;
  /** How strong the hatching is. */
  readonly ink: number;
}

/** Waiting is hatched, sleeping plain, I/O barred; blocking is striped so that it cannot be taken for running. */
const TEXTURES: { readonly [S in TaskState]?: Texture } = {
  ready: { size: 4, ground: 0.5, hatch: null, ink: 0 },
  sleeping: { size: 4, ground: 0.42, hatch: null, ink: 0 },
  waiting: { size: 6, ground: 0.22, hatch: diagonal(1.5), ink: 0.75 },
  io: { size: 6, ground: 0.22, hatch: bars, ink: 0.6 },
};

/** A pattern of `size` CSS pixels that is sharp at `ratio` device pixels to one. */
function textured({ size, ground, hatch, ink }: Texture, colour: string, ratio: number): Fill {
  const device = Math.max(1, Math.round(size * ratio));
  const canvas = document.createElement('canvas');
  canvas.width = device;
  canvas.height = device;
  const tile = canvas.getContext('2d');
  if (tile === null) return colour;
  tile.scale(device / size, device / size);
  tile.fillStyle = colour;
  tile.strokeStyle = colour;
  tile.globalAlpha = ground;
  tile.fillRect(0, 0, size, size);
  tile.globalAlpha = ink;
  hatch?.(tile, size);
  const pattern = tile.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(size / device));
  return pattern ?? colour;
}

function stripedWith(colour: string, stripe: string, ratio: number): Fill {
  const size = 6;
  const striped: Texture = {
    size,
    ground: 1,
    hatch: (tile) => {
      tile.strokeStyle = stripe;
      diagonal(1.5)(tile, size);
    },
    ink: 0.45,
  };
  return textured(striped, colour, ratio);
}

function charWidth(font: string): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return 7;
  pen.font = font;
  return pen.measureText('0').width;
}

/** Reads the tokens that hold at `element`, which is in this theme. `ratio`: device pixels to a CSS pixel. */
export function readPalette(element: Element, theme: Theme, ratio: number): Palette {
  const styles = getComputedStyle(element);
  const token = (name: string): string => styles.getPropertyValue(name).trim();
  const surface = token('--surface');
  const stateColour = (state: TaskState): string => token(`--${state}`);
  const fillOf = (state: TaskState): Fill => {
    if (state === 'blocking') return stripedWith(stateColour(state), surface, ratio);
    const texture = TEXTURES[state];
    if (texture === undefined) return stateColour(state);
    // Faint grounds are what somebody who asks for contrast cannot see.
    const ground = theme === 'contrast' ? Math.min(1, texture.ground * 1.8) : texture.ground;
    return textured({ ...texture, ground }, stateColour(state), ratio);
  };
  const each = <Value>(of: (state: TaskState) => Value): Record<TaskState, Value> => ({
    ready: of('ready'),
    running: of('running'),
    sleeping: of('sleeping'),
    waiting: of('waiting'),
    io: of('io'),
    blocking: of('blocking'),
    done: of('done'),
    failed: of('failed'),
    cancelled: of('cancelled'),
  });
  const nameFont = `12px ${token('--font-code')}`;
  const rulerFont = `11px ${token('--font-ui')}`;
  return {
    theme,
    text: token('--text'),
    text2: token('--text-2'),
    text3: token('--text-3'),
    line: token('--line'),
    surface,
    accent: token('--accent'),
    selected: token('--accent-soft'),
    colour: each(stateColour),
    fill: each(fillOf),
    nameFont,
    selectedNameFont: `600 ${nameFont}`,
    rulerFont,
    nameCharPx: charWidth(nameFont),
    rulerCharPx: charWidth(rulerFont),
  };
}
