import type { FileContents } from './contents';

/**
 * How to bring old files up to date, one version at a time: the first turns contents of version 1 into those of version 2,
 * and so on. Who changes the format or the vocabulary adds one here, and a file of the version before as a fixture.
 */
const UPGRADERS: readonly ((contents: FileContents) => FileContents)[] = [howCallsEnd];

/** Version 2 tells how a call ended. Of an older one it is not known, and `result`, the first of the outcomes, says the least. */
function howCallsEnd({ vocabulary, columns, ...rest }: FileContents): FileContents {
  const returned = vocabulary.findIndex(({ kind }) => kind === 'returned');
  return {
    ...rest,
    vocabulary: vocabulary.map((entry, kind) => (kind === returned ? { ...entry, fields: [...entry.fields, 'outcome'] } : entry)),
    columns: columns.map((fields, kind) => (kind === returned ? [...fields, new Int32Array(fields[0]?.length ?? 0)] : fields)),
  };
}

/** The version that is written. */
export const VERSION = UPGRADERS.length + 1;

/** Brings contents of an older version up to date. */
export function upgrade(contents: FileContents, version: number): FileContents {
  return UPGRADERS.slice(version - 1).reduce((upgraded, step) => step(upgraded), contents);
}
