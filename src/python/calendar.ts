/** A name of a time zone, as C has texts. */
const UTC = new TextEncoder().encode('UTC\0');

/** How many fields of C's `struct tm` are ours: seconds, minutes, hours, day, month, year, weekday, day of the year, summer time, offset. */
const FIELDS = 10;
const FIRST_YEAR = 1900;
const DAY_MS = 86_400_000;

/**
 * The functions by which the interpreter asks for local time, as WebAssembly imports them. Programs live in UTC; Emscripten's own functions
 * would ask for the time zone of the machine.
 */
export function calendarCalls(memory: () => WebAssembly.Memory) {
  const fieldsAt = (address: number): Int32Array => new Int32Array(memory().buffer, address >>> 0, FIELDS);
  return {
    _tzset_js(offset: number, summerTime: number, ...names: readonly number[]): void {
      const words = new Int32Array(memory().buffer);
      words[offset >>> 2] = 0;
      words[summerTime >>> 2] = 0;
      for (const name of names) new Uint8Array(memory().buffer).set(UTC, name >>> 0);
    },
    _localtime_js(seconds: bigint, address: number): void {
      fieldsAt(address).set(fieldsOf(new Date(Number(seconds) * 1000)));
    },
    /** Puts the fields right, too, where they go over, as in the 32nd of a month. Answers the seconds since 1970; -1 if there are none. */
    _mktime_js(address: number): bigint {
      const fields = fieldsAt(address);
      const [second = 0, minute = 0, hour = 0, day = 0, month = 0, year = 0, , , summerTime = 0] = fields;
      const date = new Date(0);
      date.setUTCFullYear(FIRST_YEAR + year, month, day);
      // There is none in UTC: who claims it is an hour ahead.
      date.setUTCHours(summerTime > 0 ? hour - 1 : hour, minute, second);
      if (Number.isNaN(date.getTime())) return -1n;
      fields.set(fieldsOf(date));
      return BigInt(date.getTime() / 1000);
    },
  };
}

function fieldsOf(date: Date): readonly number[] {
  const newYear = new Date(date);
  newYear.setUTCMonth(0, 1);
  return [
    date.getUTCSeconds(),
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth(),
    date.getUTCFullYear() - FIRST_YEAR,
    date.getUTCDay(),
    Math.round((date.getTime() - newYear.getTime()) / DAY_MS),
    0,
    0,
  ];
}
