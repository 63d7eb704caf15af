import * as v from 'valibot';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Seconds = v.pipe(v.number(), v.finite(), v.minValue(0));

/**
 * When Ctrl+C is pressed: as soon as the clock shows `seconds`, and so many loop turns and lines have begun in the recording; within the last
 * of these lines once there are so many events, if there ever are. It was given by its time alone in the first recordings and links, later without
 * events.
 */
export const InterruptSchema = v.union([
  v.pipe(
    Seconds,
    v.transform((seconds) => ({ seconds, turns: 0, lines: 0, events: 0 })),
  ),
  v.object({ seconds: Seconds, turns: Count, lines: Count, events: v.optional(Count, 0) }),
]);

export type Interrupt = v.InferOutput<typeof InterruptSchema>;
