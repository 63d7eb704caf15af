import type { Page } from '@playwright/test';
import * as v from 'valibot';

/** Sixty frames a second. */
const FRAME_MS = 1000 / 60;
const COUNTER = 'framesBegun';

/**
 * From now on the page is told that each frame comes a sixtieth of a second after the one before, however long that took: on a busy machine
 * the same steps are played in the same frames as on a quiet one. The page's own clocks go as ever.
 */
export async function steadyFrames(page: Page): Promise<void> {
  await page.addInitScript(
    ({ frameMs, counter }) => {
      const nextFrame = window.requestAnimationFrame.bind(window);
      let begun = 0;
      let last = 0;
      window.requestAnimationFrame = (callback) =>
        nextFrame((time) => {
          if (time !== last) begun++;
          last = time;
          Reflect.set(window, counter, begun);
          callback(begun * frameMs);
        });
    },
    { frameMs: FRAME_MS, counter: COUNTER },
  );
}

/** Waits until so many more frames were begun. They are asked for seldom, because asking is work, too. */
export async function framesPassed(page: Page, frames: number): Promise<void> {
  const begun = async () => v.parse(v.optional(v.number(), 0), await page.evaluate((counter) => Reflect.get(window, counter), COUNTER));
  const end = (await begun()) + frames;
  for (let left = frames; left > 0; left = end - (await begun())) await page.waitForTimeout(left * FRAME_MS);
}
