import { decodeRecording } from '../../model/file';
import { DEFAULT_CONDITIONS, type Program } from '../../model/scenario';
import { type Arrival, NO_ARRIVAL } from '../store/arrival';
import type { Example } from '../store/examples';
import { pathComplaint } from '../store/filePaths';
import { fingerprint } from '../store/marks';
import { MAIN_FILE } from '../store/programs';
import { decodeScenario } from './scenarioLink';

/** What the address of the page asks for: `#s=SCENARIO`, `?example=SLUG` or `?recording=ADDRESS`, each with `&step=N`. */
export async function addressArrival(
  address: URL,
  examples: readonly Example[],
  fetchBytes: (address: URL) => Promise<Uint8Array>,
): Promise<Arrival> {
  const hash = new URLSearchParams(address.hash.slice(1));
  const { searchParams } = address;
  try {
    const step = stepOf(hash.get('step') ?? searchParams.get('step'));
    const scenario = hash.get('s');
    if (scenario !== null) return await scenarioArrival(scenario, step);
    const example = searchParams.get('example');
    if (example !== null) return exampleArrival(example, examples, step);
    const recording = searchParams.get('recording');
    return recording === null ? NO_ARRIVAL : await recordingArrival(new URL(recording, address), step, fetchBytes);
  } catch (error) {
    return { kind: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}

function stepOf(text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) throw new Error(`This link is damaged: its step, "${text}", is no number.`);
  return Number(text);
}

async function scenarioArrival(text: string, step: number | null): Promise<Arrival> {
  const { program, conditions, bookmarks } = await decodeScenario(text);
  const odd = program.files.find(
    ({ path }, i) =>
      pathComplaint(
        path,
        program.files.slice(0, i).map((file) => file.path),
      ) !== null,
  );
  if (odd !== undefined) throw new Error(`This link is damaged: "${odd.path}" is no name for a file of the program.`);
  const guest = {
    // Named after its content, so that what is changed in one link's program is not taken for another's.
    slug: `link-${text.slice(0, 12)}-${text.length}`,
    title: 'Program of a link',
    summary: 'As it was shared.',
    ...filesOfGuest(program),
    conditions,
    unrecorded: true as const,
    marks: { breakpoints: [], bookmarks: bookmarks.map((bookmark) => ({ ...bookmark, text: fingerprint(program.files[0]?.text ?? '') })) },
  };
  // What is bookmarked is what one was sent to see.
  return { kind: 'scenario', guest, step: step ?? bookmarks[0]?.step ?? null };
}

function exampleArrival(slug: string, examples: readonly Example[], step: number | null): Arrival {
  if (!examples.some((example) => example.slug === slug)) throw new Error(`There is no example "${slug}" in the gallery.`);
  return { kind: 'example', document: slug, step };
}

/** A program's files as those of an example. */
function filesOfGuest({ files: [main, ...others] }: Program): Pick<Example, 'path' | 'text' | 'files'> {
  return { path: main?.path ?? MAIN_FILE, text: main?.text ?? '', files: others };
}

async function recordingArrival(address: URL, step: number | null, fetchBytes: (address: URL) => Promise<Uint8Array>): Promise<Arrival> {
  const recording = await decodeRecording(await fetchBytes(address));
  const name = address.pathname.split('/').at(-1) ?? '';
  const guest = {
    slug: `recording-${address.href}`,
    title: name,
    summary: 'A recording.',
    ...filesOfGuest(recording.program),
    // Run again, it gets what a page has room for.
    conditions: { ...recording.conditions, budgets: DEFAULT_CONDITIONS.budgets },
  };
  return { kind: 'recording', guest, recording, step };
}
