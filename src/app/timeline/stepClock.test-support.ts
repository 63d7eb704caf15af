import type { StepClock } from './stepClock';

/** A clock from the time that each event takes, in nanoseconds: slow and obvious. */
export function clockOf(...durations: readonly number[]): StepClock {
  const nsAt = (step: number): number => durations.slice(0, step).reduce((sum, duration) => sum + duration, 0);
  return {
    length: durations.length,
    duration: nsAt(durations.length),
    nsAt,
    stepReaching: (ns) => {
      if (ns <= 0) return 0;
      const event = durations.findIndex((_, step) => nsAt(step + 1) >= ns);
      return event === -1 ? durations.length : event + (ns - nsAt(event)) / (durations[event] ?? 1);
    },
  };
}
