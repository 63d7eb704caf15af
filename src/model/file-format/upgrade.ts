import type { FileContents } from './contents';

/**
 * How to bring old files up to date, one version at a time: the first turns contents of version 1 into those of version 2,
 * and so on. Who changes the format or the vocabulary adds one here, and a file of the version before as a fixture.
 */
const UPGRADERS: readonly ((contents: FileContents) => FileContents)[] = [];

/** The version that is written. */
export const VERSION = UPGRADERS.length + 1;

/** Brings contents of an older version up to date. */
export function upgrade(contents: FileContents, version: number): FileContents {
  return UPGRADERS.slice(version - 1).reduce((upgraded, step) => step(upgraded), contents);
}
