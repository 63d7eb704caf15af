/** Why a path cannot be that of a file among others; null if it can. Paths are relative to the program's folder and use '/'. */
export function pathComplaint(path: string, others: readonly string[]): string | null {
  if (path === '') return 'A file needs a name.';
  if (path.length > 200) return 'This name is too long.';
  if (path.startsWith('/') || path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return 'Write folders before the name, with a "/" between: pkg/helper.py';
  if (hasControls(path) || /[\\:*?"<>|]/.test(path)) return 'Names of files have none of these: \\ : * ? " < > |';
  if (others.includes(path)) return `There is a file ${path} already.`;
  if (others.some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`)))
    return `${path} would be a file and a folder at once.`;
  return null;
}

const hasControls = (path: string): boolean => Array.from(path).some((letter) => (letter.codePointAt(0) ?? 0) < 32);

/** A path that no file has yet: module.py, module2.py, … */
export function freePath(others: readonly string[]): string {
  for (let number = 1; ; number++) {
    const path = `module${number === 1 ? '' : number}.py`;
    if (pathComplaint(path, others) === null) return path;
  }
}
