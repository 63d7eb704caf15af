import { type RefObject, useLayoutEffect, useRef } from 'react';
import { chipMoves, type Spot } from './chipMoves';

const TIMING: KeyframeAnimationOptions = { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

interface Flight {
  /** What holds the lanes; chips carry `data-chip`, lanes `data-lane`. */
  readonly lanes: RefObject<HTMLElement | null>;
  /** Lies over the lanes: a lane cuts off what leaves it, so a chip that changes lanes is drawn here on its way. */
  readonly layer: RefObject<HTMLElement | null>;
  /** Changes whenever chips may have moved. */
  readonly moment: number;
  /** Whether there is time to see them move. */
  readonly enabled: boolean;
}

/** Lets chips glide from where they stood to where they stand. Layout is not touched, and whoever wants less motion sees none. */
export function useChipFlight({ lanes, layer, moment, enabled }: Flight): void {
  const last = useRef<{ readonly moment: number; readonly spots: ReadonlyMap<string, Spot> } | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    if (before?.moment === moment) return;
    last.current = null;
    if (lanes.current === null || layer.current === null || !enabled || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const chips = chipsIn(lanes.current);
    const spots = new Map([...chips].map(([key, { spot }]) => [key, spot]));
    last.current = { moment, spots };
    for (const { key, dx, dy, changedLane } of before === null ? [] : chipMoves(before.spots, spots)) {
      const chip = chips.get(key);
      if (chip === undefined) continue;
      const from = [{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }];
      if (changedLane) fly(chip, layer.current, from);
      else chip.element.animate(from, TIMING);
    }
  }, [lanes, layer, moment, enabled]);
}

interface Chip {
  readonly element: HTMLElement;
  readonly spot: Spot;
}

function chipsIn(lanes: HTMLElement): ReadonlyMap<string, Chip> {
  const chips = new Map<string, Chip>();
  const origin = lanes.getBoundingClientRect();
  for (const element of lanes.querySelectorAll<HTMLElement>('[data-chip]')) {
    const key = element.getAttribute('data-chip') ?? '';
    const lane = element.closest('[data-lane]')?.getAttribute('data-lane') ?? '';
    const { x, y } = element.getBoundingClientRect();
    if (!chips.has(key)) chips.set(key, { element, spot: { lane, x: x - origin.x, y: y - origin.y } });
  }
  return chips;
}

/** A copy of the chip travels over the lanes while the chip itself is invisible where it will be. */
function fly({ element, spot }: Chip, layer: HTMLElement, from: Keyframe[]): void {
  const copy = document.createElement('div');
  copy.append(element.cloneNode(true));
  copy.style.cssText = `position: absolute; left: ${spot.x}px; top: ${spot.y}px; width: ${element.offsetWidth}px;`;
  layer.append(copy);
  element.animate([{ opacity: 0 }, { opacity: 0 }], TIMING);
  const animation = copy.animate(from, TIMING);
  animation.onfinish = () => copy.remove();
  animation.oncancel = () => copy.remove();
}
