import type { ProgramFile } from '../../model/scenario';
import type { Example } from './examples';
import { freePath, pathComplaint } from './filePaths';
import { withFiles } from './programs';
import { currentFiles } from './selectors';
import type { AppStore } from './state';

export interface FileActions {
  /** Shows a file in the editor. */
  readonly openFile: (path: string) => void;
  /** Adds an empty file under a name that is free, shows it, and gives its path. */
  readonly addFile: () => string;
  /** Adds files; those whose path is there already take the place of what was there. Says what it leaves out, and why. */
  readonly takeFiles: (files: readonly ProgramFile[]) => void;
  /** Gives a file another path. Answers why that cannot be; null when it is done. The file that runs keeps its own. */
  readonly renameFile: (from: string, to: string) => string | null;
  /** Takes a file away, until `restoreFile`. Not the file that runs. */
  readonly deleteFile: (path: string) => void;
  readonly restoreFile: () => void;
}

export function fileActions(store: AppStore, examples: readonly Example[]): FileActions {
  const files = (): readonly ProgramFile[] => currentFiles(examples, store.getState());
  const paths = (): readonly string[] => files().map(({ path }) => path);
  function change(changed: readonly ProgramFile[], file: string): void {
    const { drafts } = store.getState();
    store.setState({ drafts: withFiles(examples, drafts, drafts.current, changed), file });
  }
  return {
    openFile: (file) => store.setState({ file }),
    addFile: () => {
      const path = freePath(paths());
      change([...files(), { path, text: '' }], path);
      return path;
    },
    takeFiles: (taken) => {
      let all = files();
      const refused: string[] = [];
      for (const file of taken) {
        if (all.some(({ path }) => path === file.path)) {
          all = all.map((other) => (other.path === file.path ? file : other));
          continue;
        }
        const complaint = pathComplaint(
          file.path,
          all.map(({ path }) => path),
        );
        if (complaint === null) all = [...all, file];
        else refused.push(`${file.path}: ${complaint}`);
      }
      const shown = taken.find(({ path }) => all.some((file) => file.path === path));
      change(all, shown?.path ?? store.getState().file);
      store.setState({ notice: refused.join(' ') });
    },
    renameFile: (from, to) => {
      if (from === to) return null;
      const [main] = paths();
      if (from === main) return `${from} is the file that runs.`;
      const complaint = pathComplaint(
        to,
        paths().filter((path) => path !== from),
      );
      if (complaint !== null) return complaint;
      const { file } = store.getState();
      change(
        files().map((other) => (other.path === from ? { ...other, path: to } : other)),
        file === from ? to : file,
      );
      return null;
    },
    deleteFile: (path) => {
      const all = files();
      const position = all.findIndex((file) => file.path === path);
      const deleted = all[position];
      if (deleted === undefined || position === 0) return;
      const { file } = store.getState();
      change(
        all.filter((other) => other !== deleted),
        file === path ? (all[position - 1]?.path ?? '') : file,
      );
      store.setState({ deletedFile: deleted });
    },
    restoreFile: () => {
      const { deletedFile } = store.getState();
      if (deletedFile === null) return;
      if (!paths().includes(deletedFile.path)) change([...files(), deletedFile], deletedFile.path);
      store.setState({ deletedFile: null });
    },
  };
}
