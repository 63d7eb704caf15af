import { useEffect } from 'react';
import type { ProgramFile } from '../../../model/scenario';
import { useActions, useApp } from '../../store/AppContext';

/** Larger files are no programs. */
const LARGEST = 2 ** 20;

/** Takes files and folders that are dropped onto the page into the program. */
export function useDroppedFiles(): void {
  const { store } = useApp();
  const { takeFiles } = useActions();
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.stopPropagation();
      void readAll(event.dataTransfer).then(({ files, refused }) => {
        if (files.length > 0) takeFiles(files);
        if (refused.length > 0)
          store.setState({ notice: `Not taken: ${refused.join(', ')}. Only files of text in UTF-8, up to 1 MB each.` });
      });
    };
    document.addEventListener('dragover', onDragOver, { capture: true });
    document.addEventListener('drop', onDrop, { capture: true });
    return () => {
      document.removeEventListener('dragover', onDragOver, { capture: true });
      document.removeEventListener('drop', onDrop, { capture: true });
    };
  }, [store, takeFiles]);
}

interface Dropped {
  readonly files: readonly ProgramFile[];
  /** The paths of what is no text. */
  readonly refused: readonly string[];
}

async function readAll(data: DataTransfer): Promise<Dropped> {
  // What was dropped can only be asked for now, before anything is awaited.
  const dropped = Array.from(data.items, (item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  // What lies in no file system, such as an attachment of a mail program, is a file without an entry.
  const found = (
    await Promise.all(
      dropped.map(({ entry, file }) => (entry === null ? (file === null ? [] : [{ path: file.name, file }]) : filesIn(entry))),
    )
  ).flat();
  const files: ProgramFile[] = [];
  const refused: string[] = [];
  for (const { path, file } of found) {
    const text = file.size > LARGEST ? null : textOf(new Uint8Array(await file.arrayBuffer()));
    if (text === null) refused.push(path);
    else files.push({ path, text });
  }
  return { files, refused };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The files of an entry; of a folder, those below it, but for what Python leaves behind and what is hidden. */
async function filesIn(entry: FileSystemEntry): Promise<readonly { readonly path: string; readonly file: File }[]> {
  if (entry.name.startsWith('.') || entry.name === '__pycache__') return [];
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  const found: { readonly path: string; readonly file: File }[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return found;
    for (const child of batch) found.push(...(await filesIn(child)));
  }
}
