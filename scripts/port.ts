export const DEFAULT_PORT = 4173;

/** Reads a port as a person gives it; the default when none is given. Throws a sentence for them when it is no port. */
export function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`"${text}" is not a port: a number from 1 to 65535 is.`);
  return port;
}
