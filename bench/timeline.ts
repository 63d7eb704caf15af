import { arrowsInSight } from '../src/app/timeline/arrows';
import { type AxisMode, axisOf } from '../src/app/timeline/axis';
import { drawBrackets } from '../src/app/timeline/brackets';
import { Causes } from '../src/app/timeline/causes';
import { drawArrows } from '../src/app/timeline/drawArrows';
import { drawLanes, drawNames, type LaneScene } from '../src/app/timeline/drawLanes';
import { NAMED_PALETTE } from '../src/app/timeline/drawLog.test-support';
import { drawMoments } from '../src/app/timeline/drawMoments';
import { drawOverlay, type OverlayScene } from '../src/app/timeline/drawOverlay';
import { drawGrid, drawRuler } from '../src/app/timeline/drawRuler';
import { contentPx, type Stage } from '../src/app/timeline/geometry';
import { PLAIN_ROW } from '../src/app/timeline/laneRows';
import { Moments } from '../src/app/timeline/moments';
import type { Pen } from '../src/app/timeline/pen';
import { Scopes } from '../src/app/timeline/scopes';
import { Lanes } from '../src/app/timeline/spans';
import { recordedClock } from '../src/app/timeline/stepClock';
import { fitTo } from '../src/app/timeline/viewport';
import { seededDice } from '../src/model/dice.test-support';
import { EventWriter } from '../src/model/event-writer.test-support';
import { RecordingIndex } from '../src/model/index/recording-index';
import { RecordingBuilder } from '../src/model/recording';
import { DEFAULT_CONDITIONS } from '../src/model/scenario';
import { simulateProgram } from '../src/model/simulated-program.test-support';
import { asTaskId } from '../src/model/units';
import type { Row } from './row';

const PROGRAM = { events: 1_000_000, tasks: 2_100, alive: 200, lines: true } as const;
const CHUNK = 20_000;
const FRAMES = 1_000;
const ROUNDS = 3;
const TARGET_MS = 8;
const MODES: readonly AxisMode[] = ['hybrid', 'time', 'steps'];
/** A wide screen with a tall timeline: more to draw than there usually is. */
const SCREEN = { widthPx: 1920, heightPx: 600 };

const nothing = (): void => {};

/** Takes every call and draws nothing: what is measured is the work of finding what to draw. */
const silentPen = (): Pen => ({
  arc: nothing,
  beginPath: nothing,
  clearRect: nothing,
  clip: nothing,
  closePath: nothing,
  fill: nothing,
  fillRect: nothing,
  fillStyle: '',
  fillText: nothing,
  font: '',
  globalAlpha: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineTo: nothing,
  lineWidth: 1,
  moveTo: nothing,
  rect: nothing,
  restore: nothing,
  roundRect: nothing,
  save: nothing,
  stroke: nothing,
  strokeStyle: '',
  textAlign: 'left',
  textBaseline: 'middle',
});

function busyIndex(): RecordingIndex {
  const writer = new EventWriter();
  const builder = new RecordingBuilder({ files: [{ path: 'main.py', text: '' }] }, DEFAULT_CONDITIONS);
  simulateProgram(writer, seededDice(1), PROGRAM, () => {
    if (writer.pending >= CHUNK) builder.append(writer.take());
  });
  builder.append(writer.take());
  return new RecordingIndex(builder.recording());
}

function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** All that a frame in which everything changes draws. */
function drawFrame(scene: LaneScene & OverlayScene, moments: Moments, causes: Causes, scopes: Scopes): void {
  const pen = silentPen();
  drawGrid(pen, scene, NAMED_PALETTE);
  drawLanes(pen, scene, NAMED_PALETTE);
  drawBrackets(pen, scene, scopes, NAMED_PALETTE);
  drawArrows(pen, scene.stage, arrowsInSight(scene, causes, asTaskId(1)), NAMED_PALETTE);
  drawMoments(pen, scene, moments, NAMED_PALETTE);
  drawNames(pen, scene, NAMED_PALETTE);
  drawRuler(pen, scene, NAMED_PALETTE);
  drawOverlay(pen, scene, NAMED_PALETTE);
}

/** How long whole frames of the timeline of a million events take, at random zooms and places, without the canvas's own work. */
export function benchTimeline(): readonly Row[] {
  const index = busyIndex();
  const started = performance.now();
  const lanes = new Lanes(index);
  const moments = new Moments(index);
  const causes = new Causes(index);
  const scopes = new Scopes(index);
  const read = performance.now() - started;
  const clock = recordedClock(index, index.length);
  const dice = seededDice(3);
  const share = (): number => dice(1_000_001) / 1_000_000;
  const frames = Array.from({ length: FRAMES }, (_, frame) => {
    const axis = axisOf(MODES[frame % MODES.length] ?? 'hybrid', clock);
    const middle = share();
    // From everything to a stretch of a hundred-thousandth, as many of each size.
    const length = 10 ** (-5 * share());
    const stage: Stage = { ...SCREEN, laneCount: lanes.count, scrollPx: share() * (contentPx(lanes.count) - SCREEN.heightPx) };
    const view = fitTo(middle - length / 2, middle + length / 2, axis.finest);
    return {
      stage,
      lanes,
      axis,
      view,
      selectedLane: 0,
      labelOf: String,
      lookOf: () => PLAIN_ROW,
      step: axis.stepAt(middle),
      hovered: null,
      focused: { lane: 0, span: 0 },
    };
  });
  // The least of some rounds: a machine that does other things as well would be measured else.
  const times = frames
    .map((scene) => Math.min(...Array.from({ length: ROUNDS }, () => timeOf(() => drawFrame(scene, moments, causes, scopes)))))
    .toSorted((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
  const events = index.length.toLocaleString('en');
  return [
    { what: `the timeline's lanes of ${events} events`, figure: `${read.toFixed(0)} ms`, target: '', ok: true },
    { what: 'a frame of the timeline at a random zoom and place, median', figure: `${at(0.5).toFixed(2)} ms`, target: '', ok: true },
    { what: 'the same, p95', figure: `${at(0.95).toFixed(2)} ms`, target: `≤ ${TARGET_MS} ms`, ok: at(0.95) <= TARGET_MS },
    { what: 'the same, the slowest', figure: `${at(1).toFixed(2)} ms`, target: '', ok: true },
  ];
}
