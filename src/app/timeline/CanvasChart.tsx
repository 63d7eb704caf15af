import { type ComponentProps, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLatest } from '../editor/useLatest';
import styles from './CanvasChart.module.css';
import { type CanvasPoint, type Gesture, Gestures, type Press } from './gestures';

/** The size of a canvas in CSS pixels, and how many device pixels one of them has. */
export interface CanvasSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ratio: number;
}

/** Draws one layer, in CSS pixels, on a cleared canvas. A new function is drawn at the next frame; the same function is not drawn again. */
export type DrawLayer = (pen: CanvasRenderingContext2D) => void;

/** A turn of the wheel, or two fingers on a trackpad. */
export interface WheelTurn {
  readonly at: CanvasPoint;
  /** In CSS pixels, to the right and down. */
  readonly by: CanvasPoint;
  /** Pinching on a trackpad, or the wheel with Ctrl held. */
  readonly pinch: boolean;
  readonly shift: boolean;
}

interface CanvasChartProps<Hit> {
  /** From the lowest to the topmost. What changes often belongs in a layer of its own. */
  readonly layers: readonly DrawLayer[];
  /** What lies at a point. */
  readonly hitTest: (at: CanvasPoint) => Hit;
  /** What the pointer is on, null when it leaves or is pressed; with its place in the window. */
  readonly onHover: (hit: Hit | null, client: CanvasPoint) => void;
  readonly onGesture: (gesture: Gesture) => void;
  /** Returns whether the turn was used; the page scrolls by those that are not. */
  readonly onWheel: (turn: WheelTurn) => boolean;
  readonly onResize: (size: CanvasSize) => void;
  /** Role, name, keys and focus of the topmost layer, which stands for the whole. */
  readonly face: Omit<ComponentProps<'canvas'>, 'ref' | 'className'>;
}

/** A wheel that counts in lines or pages rather than pixels. */
const WHEEL_UNIT_PX = [1, 16, 400] as const;

function paint(canvas: HTMLCanvasElement | null, draw: DrawLayer, { widthPx, heightPx, ratio }: CanvasSize): void {
  const pen = canvas?.getContext('2d');
  if (!pen) return;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, widthPx, heightPx);
  draw(pen);
}

/** Keeps the size of an element, whatever changes it: its container, the zoom of the browser, another screen. */
function useCanvasSize(onResize: (size: CanvasSize) => void) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<CanvasSize>({ widthPx: 0, heightPx: 0, ratio: 1 });
  const tell = useLatest(onResize);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const after = { widthPx: element.clientWidth, heightPx: element.clientHeight, ratio: devicePixelRatio };
      setSize(after);
      tell.current(after);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Moving to a screen of another density does not resize the element.
    const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener('change', measure);
    measure();
    return () => {
      observer.disconnect();
      density.removeEventListener('change', measure);
    };
  }, [tell]);
  return { box, size };
}

/** Layered canvases that fill their container, sharp on every screen and drawn once a frame at most. What to draw and what lies where is the chart's business. */
export function CanvasChart<Hit>({ layers, hitTest, onHover, onGesture, onWheel, onResize, face }: CanvasChartProps<Hit>) {
  const { box, size } = useCanvasSize(onResize);
  const canvases = useRef<(HTMLCanvasElement | null)[]>([]);
  const drawn = useRef<{ size: CanvasSize; layers: readonly DrawLayer[] }>({ size, layers: [] });
  const [gestures] = useState(() => new Gestures());
  const wheel = useLatest(onWheel);

  useLayoutEffect(() => {
    const before = drawn.current;
    // Giving a canvas a size clears it: it is drawn at once, so that no empty frame is seen.
    if (before.size !== size) {
      for (const [i, draw] of layers.entries()) paint(canvases.current[i] ?? null, draw, size);
      drawn.current = { size, layers };
      return;
    }
    const frame = requestAnimationFrame(() => {
      for (const [i, draw] of layers.entries()) {
        if (drawn.current.layers[i] !== draw) paint(canvases.current[i] ?? null, draw, size);
      }
      drawn.current = { size, layers };
    });
    return () => cancelAnimationFrame(frame);
  }, [layers, size]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    // React listens passively; a wheel that zooms must not scroll the page as well.
    const turned = (event: globalThis.WheelEvent) => {
      const unit = WHEEL_UNIT_PX[event.deltaMode] ?? 1;
      const edges = element.getBoundingClientRect();
      const used = wheel.current({
        at: { x: event.clientX - edges.left, y: event.clientY - edges.top },
        by: { x: event.deltaX * unit, y: event.deltaY * unit },
        pinch: event.ctrlKey,
        shift: event.shiftKey,
      });
      if (used) event.preventDefault();
    };
    element.addEventListener('wheel', turned, { passive: false });
    return () => element.removeEventListener('wheel', turned);
  }, [box, wheel]);

  const pressOf = (event: PointerEvent): Press => {
    const edges = event.currentTarget.getBoundingClientRect();
    return {
      id: event.pointerId,
      x: event.clientX - edges.left,
      y: event.clientY - edges.top,
      touch: event.pointerType === 'touch',
      shift: event.shiftKey,
    };
  };
  const client = (event: PointerEvent): CanvasPoint => ({ x: event.clientX, y: event.clientY });
  const report = (gesture: Gesture | null) => {
    if (gesture !== null) onGesture(gesture);
  };

  return (
    <div ref={box} className={styles.chart}>
      {layers.map((_, i) => {
        const common = {
          ref: (canvas: HTMLCanvasElement | null) => {
            canvases.current[i] = canvas;
          },
          className: styles.layer,
          width: Math.round(size.widthPx * size.ratio),
          height: Math.round(size.heightPx * size.ratio),
        };
        const key = `layer ${i}`;
        if (i < layers.length - 1) return <canvas key={key} {...common} />;
        return (
          <canvas
            key={key}
            {...common}
            {...face}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              gestures.down(pressOf(event));
              onHover(null, client(event));
            }}
            onPointerMove={(event) => {
              const press = pressOf(event);
              if (gestures.busy) report(gestures.move(press));
              else if (!press.touch) onHover(hitTest(press), client(event));
            }}
            onPointerUp={(event) => report(gestures.up(pressOf(event)))}
            onPointerCancel={(event) => gestures.cancel(event.pointerId)}
            onPointerLeave={(event) => onHover(null, client(event))}
          />
        );
      })}
    </div>
  );
}
