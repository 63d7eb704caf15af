import type { TaskState } from '../../model/world';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** A palette whose colours are their own names, and whose characters are 6 pixels wide. */
export const NAMED_PALETTE: Palette = {
  theme: 'light',
  text: 'text',
  text2: 'text2',
  text3: 'text3',
  line: 'line',
  surface: 'surface',
  accent: 'accent',
  selected: 'selected',
  colour: named((state) => `${state} colour`),
  fill: named((state) => `${state} fill`),
  nameFont: 'names',
  selectedNameFont: 'selected name',
  rulerFont: 'ruler',
  nameCharPx: 7,
  rulerCharPx: 6,
};

function named(of: (state: TaskState) => string): Record<TaskState, string> {
  const states: readonly TaskState[] = ['ready', 'running', 'sleeping', 'waiting', 'io', 'blocking', 'done', 'failed', 'cancelled'];
  const entries = { ready: '', running: '', sleeping: '', waiting: '', io: '', blocking: '', done: '', failed: '', cancelled: '' };
  for (const state of states) entries[state] = of(state);
  return entries;
}

const round = (values: readonly number[]): string => values.map((value) => Math.round(value * 10) / 10).join(' ');

/** A pen that draws nothing and writes down, a line a call, what it would have drawn and in which colour. */
export class DrawLog implements Pen {
  readonly lines: string[] = [];
  fillStyle: string | CanvasGradient | CanvasPattern = '';
  strokeStyle: string | CanvasGradient | CanvasPattern = '';
  font = '';
  globalAlpha = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  lineWidth = 1;
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  private path: string[] = [];

  /** The lines that begin with a word. */
  of(word: string): readonly string[] {
    return this.lines.filter((line) => line.startsWith(`${word} `));
  }

  arc(x: number, y: number, radius: number): void {
    this.path.push(`arc ${round([x, y, radius])}`);
  }
  beginPath(): void {
    this.path = [];
  }
  clearRect(): void {}
  clip(): void {}
  closePath(): void {}
  fill(): void {
    for (const part of this.path) this.lines.push(`fill ${part} ${this.fillStyle}`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.lines.push(`fillRect ${round([x, y, width, height])} ${this.fillStyle}`);
  }
  fillText(text: string, x: number, y: number): void {
    this.lines.push(`text ${round([x, y])} ${text} (${this.font}, ${this.fillStyle})`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`to ${round([x, y])}`);
  }
  moveTo(x: number, y: number): void {
    this.path.push(`from ${round([x, y])}`);
  }
  rect(): void {}
  restore(): void {}
  roundRect(x: number, y: number, width: number, height: number): void {
    this.path.push(`bar ${round([x, y, width, height])}`);
  }
  save(): void {}
  stroke(): void {
    for (const part of this.path) this.lines.push(`stroke ${part} ${this.strokeStyle}`);
  }
}
