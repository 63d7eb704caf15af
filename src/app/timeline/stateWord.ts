import type { TaskState } from '../../model/world';

/** A state as it is spoken and written. */
export const stateWord = (state: TaskState): string => (state === 'io' ? 'I/O' : state);
