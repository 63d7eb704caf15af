import type { loadPyodide, PyodideAPI } from 'pyodide';
import * as v from 'valibot';
import { Clock } from '../engine/clock';
import type { EventChunk } from '../model/chunk';
import type { Conditions, Program } from '../model/scenario';
import { EventWriter } from './event-writer';
import { takeDate } from './host-date';
import { RandomBytes } from './random-bytes';
import type { RunEnd } from './run-end';
import { RunHost } from './run-host';
import { boundStack, clearDeadStack, namingOverflow } from './stack';
import { StandardInput, standardInput } from './standard-input';
import { type FdRead, InterpreterExit, systemCalls } from './system-calls';
import { setTrampoline, unsetTrampoline } from './trampoline';

type PyodideConfig = NonNullable<Parameters<typeof loadPyodide>[0]>;
type CreateModule = NonNullable<PyodideConfig['createPyodideModule']>;

/** What it takes to start an interpreter, however this machine comes by it. */
export interface PythonParts {
  readonly loadPyodide: typeof loadPyodide;
  /** The default export of `pyodide.asm.mjs`. */
  readonly createModule: CreateModule;
  /** The address of the folder that holds Pyodide's files. */
  readonly indexURL: string;
}

/** The programs' environment variables. The hash seed is fixed in the snapshot, so it is the same for every run. */
const ENVIRONMENT = { HOME: '/home/loopscope', LANG: 'C.UTF-8', PYTHONHASHSEED: '0', TZ: 'UTC' };

/** What programs are told to be run by: there is no such file. Otherwise Emscripten tells them of the script that is at work. */
const EXECUTABLE = '/usr/bin/python3';

/** How far a run got, besides its end. */
export interface RunReport extends RunEnd {
  readonly steps: number;
  readonly turns: number;
  readonly tasks: number;
  /** Seconds. */
  readonly virtualTime: number;
}

/** What `pyodide.asm.mjs` is, when imported. */
export const ModuleFactory = v.object({ default: v.custom<CreateModule>((value) => typeof value === 'function') });

/** A program's place in the interpreter's file system. */
export interface PlacedProgram {
  /** The folder whose Python files are the user's, without a slash at its end. */
  readonly folder: string;
  /** The full path of the file to run. */
  readonly path: string;
  /** What the program finds in `sys.argv[0]`. */
  readonly name: string;
  /** Gives what the program reads beyond the input of the conditions: a line, its end included; undefined at its end. */
  readonly stdin?: () => string | undefined;
}

/** Where the files of a program lie that comes from no machine. */
const PROGRAM_FOLDER = '/program';

const RunFunction = v.custom<(...args: readonly unknown[]) => unknown>((value) => typeof value === 'function');
const Question = v.custom<(...args: readonly unknown[]) => boolean>((value) => typeof value === 'function');
const FileReader = v.custom<FdRead>((value) => typeof value === 'function');
const TakeGil = v.custom<() => number>((value) => typeof value === 'function');
const LeaveGil = v.custom<(before: number) => void>((value) => typeof value === 'function');
const Address = v.pipe(v.number(), v.integer());

/** A CPython with a clock and randomness of its own, good for one run. */
export class Interpreter {
  readonly #pyodide: PyodideAPI;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #machine: Machine;

  private constructor(pyodide: PyodideAPI, clock: Clock, random: RandomBytes, machine: Machine) {
    this.#pyodide = pyodide;
    this.#clock = clock;
    this.#random = random;
    this.#machine = machine;
  }

  /**
   * Boots an interpreter, from a snapshot if there is one.
   * @param options Pyodide's own, for making or loading a snapshot
   */
  static async start(parts: PythonParts, options: Partial<PyodideConfig>): Promise<Interpreter> {
    const machine: Machine = {
      memory: null,
      exports: {},
      answer: () => null,
      onLook: () => {},
      read: () => NOTHING,
      takeGil: () => 0,
      leaveGil: () => {},
      exit: () => {},
    };
    const clock = new Clock();
    const random = new RandomBytes(0);
    const giveDateBack = takeDate(clock);
    try {
      const pyodide = await parts.loadPyodide({
        indexURL: parts.indexURL,
        env: ENVIRONMENT,
        _sysExecutable: EXECUTABLE,
        ...options,
        createPyodideModule: (settings) =>
          parts.createModule({ ...settings, instantiateWasm: instantiate(settings, machine, clock, random) }),
      });
      setTrampoline(machine.exports);
      return new Interpreter(pyodide, clock, random, machine);
    } finally {
      giveDateBack();
    }
  }

  /** Does something with Pyodide itself, at the virtual time. */
  prepare<T>(work: (pyodide: PyodideAPI) => T): T {
    const giveDateBack = takeDate(this.#clock);
    try {
      return work(this.#pyodide);
    } finally {
      giveDateBack();
    }
  }

  /** Its memory as it is, from which others can start. The interpreter has to have been started for that, and is spent afterwards. */
  takeSnapshot(): Uint8Array {
    unsetTrampoline(this.#machine.exports);
    clearDeadStack(this.#memory, this.#machine.exports);
    return this.prepare((pyodide) => pyodide.makeMemorySnapshot());
  }

  /** Makes a folder of this machine appear under its own path in the interpreter's file system. In Node only. */
  mount(folder: string): void {
    this.prepare((pyodide) => {
      pyodide.FS.mkdirTree(folder);
      pyodide.mountNodeFS(folder, folder);
    });
  }

  /** Puts a program's files into the interpreter's file system. */
  place(program: Program): PlacedProgram {
    this.prepare(({ FS }) => {
      for (const file of program.files) {
        const path = `${PROGRAM_FOLDER}/${file.path}`;
        FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
        FS.writeFile(path, file.text);
      }
    });
    const main = program.files[0]?.path ?? 'main.py';
    return { folder: PROGRAM_FOLDER, path: `${PROGRAM_FOLDER}/${main}`, name: main };
  }

  /** Runs a program, as `python FILE` would, and records it. The interpreter is spent afterwards. */
  run(program: PlacedProgram, conditions: Conditions, deliver: (chunk: EventChunk) => void): RunReport {
    const writer = new EventWriter(conditions.budgets.events, deliver);
    const host = new RunHost(wordsOf(this.#memory), writer, this.#clock, conditions, {
      exit: leave,
      boundStack: () => boundStack(this.#machine.exports),
    });
    this.#machine.exit = (status) => host.exited(status);
    this.#machine.answer = () => host.answer();
    this.#machine.onLook = () => host.looked();
    this.#random.reseed(conditions.seed);
    const python = this.#pyodide.globals.get('loopscope');
    const told = this.#holdingGil(v.parse(RunFunction, python.was_read));
    const interrupted = this.#holdingGil(v.parse(Question, python.interrupts_read));
    const input = new StandardInput(standardInput(conditions.input, program.stdin), told, interrupted, () => host.unanswered());
    this.#machine.read = (most) => input.read(most);
    this.#catchDescriptors(this.#holdingGil(v.parse(RunFunction, python.was_written)));
    host.meetAt({ log: v.parse(Address, python.attach(host)), turn: v.parse(Address, python.turn_address()) });
    const { args, seed, lines, lineCost, module, topLevelAwait } = conditions;
    const argv = this.#pyodide.toPy([module === '' ? program.name : '-m', ...args]);
    const network = JSON.stringify(conditions.network);
    const presses = this.#pyodide.toPy(lines ? conditions.interrupts.map((interrupt) => interrupt.lines) : []);
    this.prepare(() =>
      namingOverflow(() => python.run(program.folder, program.path, argv, module, topLevelAwait, seed, lines, lineCost, network, presses)),
    );
    return { ...host.ended, steps: writer.count, ...host.counts, virtualTime: this.#clock.now / 1e9 };
  }

  get #memory(): WebAssembly.Memory {
    if (this.#machine.memory === null) throw new Error('the interpreter has no memory yet');
    return this.#machine.memory;
  }

  /** Something of Python's that is called in the middle of a system call, for which Python has let go of its lock. */
  #holdingGil<A extends readonly unknown[], T>(call: (...args: A) => T): (...args: A) => T {
    const { takeGil, leaveGil } = this.#machine;
    return (...args) => {
      const before = takeGil();
      const answer = call(...args);
      leaveGil(before);
      return answer;
    };
  }

  #catchDescriptors(written: (stream: 1 | 2, text: string) => void): void {
    const sink = (stream: 1 | 2) => {
      const decoder = new TextDecoder();
      return {
        write(bytes: Uint8Array): number {
          written(stream, decoder.decode(bytes, { stream: true }));
          return bytes.length;
        },
      };
    };
    this.#pyodide.setStdout(sink(1));
    this.#pyodide.setStderr(sink(2));
  }
}

/** What the interpreter's system calls reach before and after it is there. */
interface Machine {
  memory: WebAssembly.Memory | null;
  /** The interpreter's own functions. */
  exports: WebAssembly.Exports;
  answer: () => number | null;
  onLook: () => void;
  /** Reads at most so many bytes of standard input; null if a signal interrupts that. */
  read: (most: number) => Uint8Array | null;
  /** `PyGILState_Ensure` and `PyGILState_Release`. */
  takeGil: () => number;
  leaveGil: (before: number) => void;
  exit: (status: number) => void;
}

/** Gives a memory as words; anew only when it has grown, because views are dear to make. */
function wordsOf(memory: WebAssembly.Memory): () => Int32Array {
  let words = new Int32Array(memory.buffer);
  return () => {
    if (words.buffer !== memory.buffer) words = new Int32Array(memory.buffer);
    return words;
  };
}

function leave(): never {
  throw new InterpreterExit('the run is over');
}

const NOTHING = new Uint8Array();

type Settings = Parameters<CreateModule>[0];

/** Instantiates Pyodide's WebAssembly with our system calls in the place of Emscripten's. */
function instantiate(settings: Settings, machine: Machine, clock: Clock, random: RandomBytes): NonNullable<Settings['instantiateWasm']> {
  return (imports, onInstance) => {
    const memory = (): WebAssembly.Memory => {
      if (machine.memory === null) throw new Error('the interpreter asked for its machine before it had memory');
      return machine.memory;
    };
    const calls = systemCalls(
      memory,
      clock,
      random,
      () => machine.answer(),
      () => machine.onLook(),
      (most) => machine.read(most),
      v.parse(FileReader, imports.wasi_snapshot_preview1?.fd_read),
      (status) => {
        machine.exit(status);
        throw new InterpreterExit(`exit status ${status}`);
      },
    );
    for (const [module, functions] of Object.entries(calls)) Object.assign(imports[module], functions);
    settings.instantiateWasm?.(imports, (instance, module) => {
      if (instance.exports.memory instanceof WebAssembly.Memory) machine.memory = instance.exports.memory;
      machine.exports = instance.exports;
      machine.takeGil = v.parse(TakeGil, instance.exports.PyGILState_Ensure);
      machine.leaveGil = v.parse(LeaveGil, instance.exports.PyGILState_Release);
      onInstance(instance, module);
    });
  };
}
