import type { Axis } from './axis';
import type { Cause, Causes } from './causes';
import { barPx } from './drawLanes';
import { lanePx, laneTopPx, positionPx, type Stage } from './geometry';
import type { Scene } from './scene';
import type { Viewport } from './viewport';

/** No more arrows than this are drawn for one task: of more, every second, every fourth and so on. */
const MOST = 160;
/** Without a selected task, all arrows are drawn if there are no more than this in sight. */
const FEW = 40;
/** Arrows that lead out of sight are at least so far from each other, in CSS pixels: closer ones would be a wall before the lanes. */
const APART_PX = 8;
/** How near to an arrow, in CSS pixels, the pointer is on it. */
const REACH_PX = 3.5;

/** An arrow on the canvas, from the causing task's lane to the other's; CSS pixels. */
export interface Arrow {
  readonly cause: Cause;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** The causes that take effect in sight: a task's, or, if there are few, everybody's. */
function causesInSight(causes: Causes, axis: Axis, view: Viewport, task: number | null): readonly Cause[] {
  const fromStep = Math.ceil(axis.stepAt(view.from));
  const toStep = Math.floor(axis.stepAt(view.to)) + 1;
  const countBefore = (step: number) => (task === null ? causes.countBefore(step) : causes.countOfTaskBefore(task, step));
  const from = countBefore(fromStep);
  const to = countBefore(toStep);
  if (task === null && to - from > FEW) return [];
  // Powers of two, and counted from the first of all: so the same ones stay while one pans.
  const stride = 2 ** Math.max(0, Math.ceil(Math.log2((to - from) / MOST)));
  const inSight: Cause[] = [];
  for (let n = Math.ceil(from / stride) * stride; n < to; n += stride)
    inSight.push(causes.at(task === null ? n : causes.numberOfTask(task, n)));
  return inSight;
}

/** Where an arrow runs: from the edge of the one task's bar to the edge of the other's. Null where one has no lane. */
function arrowOf({ stage, lanes, axis, view }: Scene, cause: Cause): Arrow | null {
  const fromLane = lanes.positionOf(cause.from);
  const toLane = lanes.positionOf(cause.to);
  const target = lanes.at(toLane);
  if (lanes.at(fromLane) === undefined || target === undefined) return null;
  const height = lanePx(stage.laneCount);
  const middle = (lane: number) => laneTopPx(stage, lane) + height / 2;
  const down = toLane > fromLane ? 1 : -1;
  // A lane begins when its task is first queued, just after its creation.
  const toStep = cause.kind === 'created' ? Math.max(cause.toStep, target.count === 0 ? 0 : target.stepAt(0)) : cause.toStep;
  return {
    cause,
    fromX: positionPx(stage, view, axis.positionOf(Math.min(cause.fromStep, axis.clock.length))),
    fromY: middle(fromLane) + (down * barPx('running', height)) / 2,
    toX: positionPx(stage, view, axis.positionOf(Math.min(toStep, axis.clock.length))),
    toY: middle(toLane) - (down * barPx('ready', height)) / 2 - down,
  };
}

/** Without those that lead out of sight beside another that does. */
function thinned(arrows: readonly Arrow[], { heightPx }: Stage): readonly Arrow[] {
  const taken = new Set<string>();
  const inSight = (y: number) => y >= 0 && y <= heightPx;
  return arrows.filter(({ cause, fromX, fromY, toY }) => {
    if (inSight(fromY) && inSight(toY)) return true;
    const place = `${cause.kind} ${Math.round(fromX / APART_PX)}`;
    if (taken.has(place)) return false;
    taken.add(place);
    return true;
  });
}

/** The arrows in sight: those of the selected task, or, if there are few, everybody's. Their number is limited, however long the recording. */
export function arrowsInSight(scene: Scene, causes: Causes, selectedTask: number | null): readonly Arrow[] {
  const arrows = causesInSight(causes, scene.axis, scene.view, selectedTask).map((cause) => arrowOf(scene, cause));
  return thinned(
    arrows.filter((arrow) => arrow !== null),
    scene.stage,
  );
}

function distanceTo({ fromX, fromY, toX, toY }: Arrow, x: number, y: number): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = Math.min(Math.max(((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy), 0), 1);
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}

/** The arrow at a point of the canvas, the nearest of several; or null. */
export function arrowAt(arrows: readonly Arrow[], x: number, y: number): Arrow | null {
  let nearest: Arrow | null = null;
  let least = REACH_PX;
  for (const arrow of arrows) {
    const distance = distanceTo(arrow, x, y);
    if (distance <= least) {
      nearest = arrow;
      least = distance;
    }
  }
  return nearest;
}
