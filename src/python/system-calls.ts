import type { Clock } from '../engine/clock';
import { calendarCalls } from './calendar';
import type { RandomBytes } from './random-bytes';

/** 2026-01-01T00:00:00Z: what the calendar shows when a program starts, in milliseconds since 1970. */
export const CALENDAR_START = 1_767_225_600_000;
const EPOCH = BigInt(CALENDAR_START) * 1_000_000n;
/** The number of the calendar's clock in WASI's `clock_time_get`. */
const REALTIME = 0;
const TWO_TO_32 = 0x1_0000_0000;
const SUCCESS = 0;
const NOTHING = 0;
/** As WASI numbers errors. */
const EINTR = 27;
const ENOSYS = 52;
/** What a shell says of a program that SIGABRT ended: 128 + 6. */
const ABORTED = 134;

/**
 * The clock by which Python calls its host (CLOCK_THREAD_CPUTIME_ID: there are no threads): a call through a proxy costs ten times as much.
 */
const HOST_CLOCK = 3;

/** The file descriptor of standard input. */
const STDIN = 0;

/** WASI's `fd_read`: reads into buffers, which are pairs of address and length, and tells how many bytes it has read. */
export type FdRead = (descriptor: number, buffers: number, count: number, read: number) => number;

/** Thrown through the interpreter to end a run: nothing of the program's runs any more, no `finally` either. Pyodide lets it pass. */
export class InterpreterExit extends Error {
  readonly pyodide_fatal_error = true;
}

/**
 * The functions by which the interpreter asks its machine for time and randomness, or ends; by module and name, as WebAssembly imports them.
 * @param answer answers a call that Python has prepared in the memory that it shares with its host; null if it has prepared none
 * @param onLook is called when somebody looks at the clock
 * @param readInput reads at most so many bytes of standard input; null if a signal interrupts that
 * @param readFile reads any other file descriptor
 */
export function systemCalls(
  memory: () => WebAssembly.Memory,
  clock: Clock,
  random: RandomBytes,
  answer: () => number | null,
  onLook: () => void,
  readInput: (most: number) => Uint8Array | null,
  readFile: FdRead,
  exit: (status: number) => never,
) {
  const milliseconds = (): number => clock.now / 1e6;
  let view = new DataView(new ArrayBuffer(0));
  return {
    wasi_snapshot_preview1: {
      clock_time_get(id: number, _precision: bigint, address: number): number {
        const answered = id === HOST_CLOCK ? answer() : null;
        if (answered === null) onLook();
        const time = answered ?? clock.now;
        const { buffer } = memory();
        if (view.buffer !== buffer) view = new DataView(buffer);
        if (id === REALTIME) {
          view.setBigUint64(address >>> 0, BigInt(time) + EPOCH, true);
        } else {
          // Two halves, because big integers are dear to make.
          view.setUint32(address >>> 0, time % TWO_TO_32, true);
          view.setUint32((address >>> 0) + 4, time / TWO_TO_32, true);
        }
        return SUCCESS;
      },
      random_get(address: number, length: number): number {
        random.fill(new Uint8Array(memory().buffer, address >>> 0, length));
        return SUCCESS;
      },
      fd_read(descriptor: number, buffers: number, count: number, read: number): number {
        if (descriptor !== STDIN) return readFile(descriptor, buffers, count, read);
        const buffer = (): DataView => new DataView(memory().buffer);
        const most = count === 0 ? 0 : buffer().getUint32((buffers >>> 0) + 4, true);
        const bytes = most === 0 ? new Uint8Array() : readInput(most);
        if (bytes === null) return EINTR;
        // The memory may have grown meanwhile, and then it is another.
        new Uint8Array(memory().buffer).set(bytes, buffer().getUint32(buffers >>> 0, true));
        buffer().setUint32(read >>> 0, bytes.length, true);
        return SUCCESS;
      },
      proc_exit: exit,
    },
    env: {
      ...calendarCalls(memory),
      emscripten_date_now: () => CALENDAR_START + milliseconds(),
      // C sleeps by looking at this clock until it is time: sqlite3, for one, where a database is locked.
      emscripten_get_now: () => {
        onLook();
        return milliseconds();
      },
      exit,
      _abort_js: () => exit(ABORTED),
      // The browser or the version of Node, as text that it has to free.
      _Py_emscripten_runtime: () => NOTHING,
      // Under Node it would run the command on this machine.
      _emscripten_system: () => -ENOSYS,
    },
  };
}
