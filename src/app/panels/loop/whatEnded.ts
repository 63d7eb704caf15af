import type { World } from '../../../model/world';

type End = NonNullable<World['end']>;

/** Whether the program is over, rather than its recording alone: what was under way then stays unfinished. */
export const isOver = ({ end }: World): boolean => end?.outcome === 'completed' || end?.outcome === 'exception';

/** Why nothing comes next, after the last event. */
export function endWords({ outcome }: End): string {
  switch (outcome) {
    case 'completed':
    case 'exception':
      return 'the program has ended';
    case 'deadlock':
      return 'nothing can ever run again';
    case 'budget':
    case 'stopped':
      return 'the recording ends here';
    case 'input':
      return 'the program waits for input';
  }
}
