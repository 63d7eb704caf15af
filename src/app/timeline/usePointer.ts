import { useState } from 'react';
import type { Arrow } from './arrows';
import type { WheelTurn } from './CanvasChart';
import { LABEL_PX, nameLeftPx, plotWidthPx, positionAtPx, RULER_PX } from './geometry';
import type { CanvasPoint, Gesture } from './gestures';
import { type Hit, hitTest } from './hitTest';
import type { LaneRows } from './laneRows';
import type { Moments } from './moments';
import type { Scene } from './scene';
import type { Scopes } from './scopes';
import type { TimelineActions } from './timelineActions';

/** How much a pixel of wheel, and of a pinch on a trackpad, zooms. */
const WHEEL_ZOOM = 0.0018;
const PINCH_ZOOM = 0.012;

const CURSORS: Readonly<Record<Hit['on'], string>> = {
  ruler: 'ew-resize',
  name: 'pointer',
  fold: 'pointer',
  moment: 'pointer',
  arrow: 'pointer',
  span: 'pointer',
  scope: 'pointer',
  nothing: 'default',
};

/** What the pointer is on, and where in the window. */
interface Hover {
  readonly hit: Hit;
  readonly at: CanvasPoint;
}

interface Pointer {
  readonly hover: Hover | null;
  readonly cursor: string;
  readonly hitAt: (at: CanvasPoint) => Hit;
  readonly onHover: (hit: Hit | null, at: CanvasPoint) => void;
  readonly onGesture: (gesture: Gesture) => void;
  readonly onWheel: (turn: WheelTurn) => boolean;
}

/** What is there to point at. */
interface Pointed {
  readonly scene: Scene;
  readonly rows: LaneRows;
  readonly moments: Moments;
  readonly scopes: Scopes;
  readonly arrows: readonly Arrow[];
  /** Whether dragging along the lanes selects rather than travels. */
  readonly dragSelects: boolean;
}

/** What mouse, pen and fingers do on the canvas. */
export function usePointer({ scene, rows, moments, scopes, arrows, dragSelects }: Pointed, actions: TimelineActions): Pointer {
  const [hover, setHover] = useState<Hover | null>(null);
  const { stage, lanes, axis, view } = scene;
  const { travel, select, zoomAt, panBy, selectBetween, fold } = actions;
  const hitAt = ({ x, y }: CanvasPoint): Hit => {
    const hit = hitTest(x, y, scene, { moments, scopes, arrows });
    if (hit.on !== 'name') return hit;
    const look = rows.lookAt(hit.lane);
    return look.fold !== null && x < nameLeftPx(look) ? { on: 'fold', lane: hit.lane } : hit;
  };
  const stepAt = (x: number) => axis.stepAt(positionAtPx(stage, view, x));
  const panByPx = (px: number) => panBy(px / plotWidthPx(stage));

  const click = (at: CanvasPoint) => {
    const hit = hitAt(at);
    if (hit.on === 'fold') return fold(hit.lane);
    if (hit.on === 'name' || hit.on === 'span' || hit.on === 'moment' || hit.on === 'scope') select(hit.lane);
    if (hit.on === 'name') return;
    const lane = hit.on === 'span' ? lanes.at(hit.lane) : undefined;
    if (lane === undefined || hit.on !== 'span') return travel(hit.step);
    // The step next to the pointer may lie beside a span narrower than a pixel.
    const end = hit.span + 1 < lane.count ? lane.stepAt(hit.span + 1) - 1 : axis.clock.length;
    travel(Math.min(Math.max(hit.step, lane.stepAt(hit.span)), end));
  };

  return {
    hover,
    cursor:
      hover === null
        ? 'default'
        : dragSelects && hover.hit.on !== 'name' && hover.hit.on !== 'fold' && hover.hit.on !== 'ruler'
          ? 'crosshair'
          : CURSORS[hover.hit.on],
    hitAt,
    onHover: (hit, at) => setHover(hit === null ? null : { hit, at }),
    onGesture: (made) => {
      if (made.kind === 'click') return click(made.at);
      if (made.kind === 'pinch') {
        zoomAt(made.factor, positionAtPx(stage, view, made.at.x));
        return panByPx(-made.by.x);
      }
      if (made.start.x < LABEL_PX && made.start.y >= RULER_PX) return;
      if (made.start.y >= RULER_PX && (made.shift || dragSelects)) {
        return selectBetween(stepAt(made.start.x), stepAt(made.at.x));
      }
      if (made.touch && made.start.y >= RULER_PX) return panByPx(-made.by.x);
      travel(stepAt(made.at.x));
    },
    onWheel: ({ at, by, pinch, shift }) => {
      if (at.x < LABEL_PX) return false;
      const position = positionAtPx(stage, view, at.x);
      if (pinch) zoomAt(Math.exp(-by.y * PINCH_ZOOM), position);
      else if (shift || Math.abs(by.x) > Math.abs(by.y)) panByPx(by.x === 0 ? by.y : by.x);
      else zoomAt(Math.exp(-by.y * WHEEL_ZOOM), position);
      return true;
    },
  };
}
