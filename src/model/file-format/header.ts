import * as v from 'valibot';
import { InterruptSchema } from '../interrupt';
import { type Network, NetworkSchema, networkComplaint, PLAIN_NETWORK } from '../network';
import { RecordingError } from '../recording-error';
import { type Budgets, type Conditions, type Input, NO_INPUT, type Program, type ProgramFile } from '../scenario';

type Json = Readonly<Record<string, unknown>>;

/** The program of a file's header. Throws a RecordingError that names what is missing or of the wrong type. */
export function programFrom(header: Json): Program {
  const program = object(header.program, 'program');
  return { files: list(program.files, 'program.files').map(programFile) };
}

/** The conditions of a file's header. Throws a RecordingError that names what is missing or of the wrong type. */
export function conditionsFrom(header: Json): Conditions {
  const conditions = object(header.conditions, 'conditions');
  return {
    seed: number(conditions.seed, 'conditions.seed'),
    args: texts(conditions.args, 'conditions.args'),
    // Programs could only be run as files, without these, in the first versions.
    module: conditions.module === undefined ? '' : text(conditions.module, 'conditions.module'),
    topLevelAwait: conditions.topLevelAwait === undefined ? false : boolean(conditions.topLevelAwait, 'conditions.topLevelAwait'),
    lines: boolean(conditions.lines, 'conditions.lines'),
    // Computing took no time when recordings did not say what it takes.
    lineCost: conditions.lineCost === undefined ? 0 : number(conditions.lineCost, 'conditions.lineCost'),
    budgets: budgets(object(conditions.budgets, 'conditions.budgets')),
    // Files of the first versions have none.
    interrupts: list(conditions.interrupts ?? [], 'conditions.interrupts').map(interrupt),
    network: network(conditions.network),
    // Files from before programs could be answered have none.
    input: conditions.input === undefined ? NO_INPUT : input(object(conditions.input, 'conditions.input')),
  };
}

/** The string table of a file's header, without the empty string that begins it. */
export const stringsFrom = (header: Json): readonly string[] => texts(header.strings, 'strings');

/** The kinds of events that the file names, and their fields. */
export function vocabularyFrom(header: Json): readonly { readonly kind: string; readonly fields: readonly string[] }[] {
  return list(header.vocabulary, 'vocabulary').map((entry) => {
    const [kind, ...fields] = texts(entry, 'vocabulary');
    if (kind === undefined) throw damaged('vocabulary', 'a list of names');
    return { kind, fields };
  });
}

/** A value that must be an object of JSON. */
export function object(value: unknown, name: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged(name, 'an object');
  return Object.fromEntries(Object.entries(value));
}

function programFile(value: unknown): ProgramFile {
  const file = object(value, 'program.files');
  return { path: text(file.path, 'program.files.path'), text: text(file.text, 'program.files.text') };
}

function budgets(value: Json): Budgets {
  return {
    events: number(value.events, 'conditions.budgets.events'),
    virtualSeconds: number(value.virtualSeconds, 'conditions.budgets.virtualSeconds'),
    outputCharacters: number(value.outputCharacters, 'conditions.budgets.outputCharacters'),
  };
}

function input(value: Json): Input {
  return { text: text(value.text, 'conditions.input.text'), ended: boolean(value.ended, 'conditions.input.ended') };
}

function interrupt(value: unknown): Conditions['interrupts'][number] {
  const parsed = v.safeParse(InterruptSchema, value);
  if (!parsed.success) throw damaged('conditions.interrupts', 'a list of moments');
  return parsed.output;
}

/** Files from before there was a network have none. */
function network(value: unknown): Network {
  if (value === undefined) return PLAIN_NETWORK;
  const complaint = networkComplaint(value);
  if (complaint !== null) throw new RecordingError(`The recording is damaged: in its header, conditions.network: ${complaint}.`);
  return v.parse(NetworkSchema, value);
}

function list(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw damaged(name, 'a list');
  return value;
}

const texts = (value: unknown, name: string): readonly string[] => list(value, name).map((entry) => text(entry, name));

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw damaged(name, 'a text');
  return value;
}

function number(value: unknown, name: string): number {
  if (typeof value !== 'number') throw damaged(name, 'a number');
  return value;
}

function boolean(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw damaged(name, 'true or false');
  return value;
}

const damaged = (name: string, wanted: string): RecordingError =>
  new RecordingError(`The recording is damaged: in its header, ${name} is not ${wanted}.`);
