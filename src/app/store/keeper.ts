/** Where drafts and preferences are kept: the browser's localStorage, or a map in tests. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem'>;

/** The JSON value under a key; undefined when there is none or it can't be read. */
export function readJson(keeper: Keeper, key: string): unknown {
  try {
    const text = keeper.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the value could be kept under the key: a browser may refuse (private window, full disk). */
export function writeJson(keeper: Keeper, key: string, value: unknown): boolean {
  try {
    keeper.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
