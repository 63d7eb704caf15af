/** What a label is made from. */
export interface TaskNaming {
  /** asyncio's name, the latest in the recording. */
  readonly name: string;
  /** The coroutine's qualified name; may be empty. */
  readonly coro: string;
}

/** asyncio's own names say nothing about a task. */
const UNNAMED = /^Task-\d+$/;

/**
 * What to call each task of a recording: the name the user gave it, else the last part of its coroutine's qualified name;
 * numbered from 1 ("fetch-1", "fetch-2") where several would be called the same. Labels are unique, and the same at every
 * step of the recording, so that a task can be followed by its label.
 */
export function taskLabels(tasks: readonly TaskNaming[]): readonly string[] {
  const words = tasks.map(wordFor);
  const total = new Map<string, number>();
  for (const word of words) total.set(word, (total.get(word) ?? 0) + 1);
  // Words that stand alone are taken first: numbered ones give way to a user who named a task "fetch-2" himself.
  const taken = new Set(words.filter((word) => total.get(word) === 1));
  const ordinals = new Map<string, number>();
  return words.map((word) => {
    if (total.get(word) === 1) return word;
    const ordinal = (ordinals.get(word) ?? 0) + 1;
    ordinals.set(word, ordinal);
    let label = `${word}-${ordinal}`;
    while (taken.has(label)) label += "'";
    taken.add(label);
    return label;
  });
}

function wordFor({ name, coro }: TaskNaming): string {
  if (!UNNAMED.test(name) && name !== '') return name;
  const last = coro.slice(coro.lastIndexOf('.') + 1);
  return last === '' ? name : last;
}
