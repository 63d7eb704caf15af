import type { RecordingIndex } from '../../model/index/recording-index';
import { nextStep } from '../../model/navigation';
import { asStep, type Step } from '../../model/units';
import type { World } from '../../model/world';
import { worldAt } from '../../model/world-at';

/** Where to stand in a recording that has just begun: at its first line, so that there is something to see. */
export function openingStep(index: RecordingIndex): Step {
  return nextStep(index, asStep(0), 'line');
}

/** No more task switches than this are looked at. */
const MOST_SWITCHES = 100;

/**
 * Where to stand in a recording that somebody sees for the first time: the first task switch at which as much as possible
 * of what Loopscope shows is there at once (something runs, is ready, sleeps, is waited for, was printed).
 */
export function tellingStep(index: RecordingIndex): Step {
  let best = { step: openingStep(index), score: 0 };
  let step = asStep(0);
  for (let looked = 0; looked < MOST_SWITCHES; looked++) {
    step = nextStep(index, step, 'taskSwitch');
    if (step === index.length) break;
    const score = richness(worldAt(index, step));
    if (score > best.score) best = { step, score };
  }
  return best.step;
}

/** How many kinds of thing are to be seen at a step. */
function richness({ running, stack, ready, timers, tasks, resources, outputs }: World): number {
  const signs = [
    running?.task != null,
    stack.length > 0,
    ready.length > 0,
    timers.length > 0,
    tasks.some((task) => task.state === 'waiting'),
    resources.some(({ holders, items }) => holders.length > 0 || items.length > 0),
    resources.some(({ waiters }) => waiters.length > 0),
    outputs > 0,
  ];
  return signs.filter(Boolean).length;
}
