import { MoreHorizontal, Plus, Undo2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from '../../design/Button';
import menu from '../../design/ChoiceMenu.module.css';
import { useActions, useAppState } from '../../store/AppContext';
import { FileName } from './FileName';
import styles from './FileTabs.module.css';

interface FileTabsProps {
  /** The paths of the program's files; the first is the one that runs. */
  readonly paths: readonly string[];
  readonly shown: string;
  /** The file in which the program is at this step, if it is in one. */
  readonly running: string | null;
}

/** A tab for each file of the program, and how to add, rename and delete them. A program of one file has its name only. */
export function FileTabs({ paths, shown, running }: FileTabsProps) {
  const { openFile, addFile, deleteFile, renameFile, restoreFile } = useActions();
  const deleted = useAppState((state) => state.deletedFile);
  const [naming, setNaming] = useState<string | null>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const [main = ''] = paths;

  function onKeyDown(event: KeyboardEvent): void {
    if (naming !== null) return;
    const at = paths.indexOf(shown);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: paths.length - 1 }[event.key];
    if (to !== undefined) {
      const next = paths[Math.max(0, Math.min(to, paths.length - 1))] ?? main;
      openFile(next);
      tabs.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(next)}"]`)?.focus();
    } else if (event.key === 'F2' && shown !== main) setNaming(shown);
    else if (event.key === 'Delete' && shown !== main) deleteFile(shown);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <span className={styles.files}>
      {paths.length === 1 ? (
        <span className={styles.only}>{main}</span>
      ) : (
        <div ref={tabs} className={styles.tabs} role="tablist" aria-label="Files" onKeyDown={onKeyDown}>
          {paths.map((path) =>
            path === naming ? (
              <FileName key={path} path={path} rename={renameFile} onDone={() => setNaming(null)} />
            ) : (
              <button
                key={path}
                type="button"
                role="tab"
                className={styles.tab}
                data-path={path}
                data-running={path === running}
                aria-selected={path === shown}
                tabIndex={path === shown ? 0 : -1}
                title={path === main ? `${path}: the file that runs` : `${path}: F2 renames, Delete deletes`}
                onClick={() => openFile(path)}
                onDoubleClick={() => path !== main && setNaming(path)}
              >
                {path}
              </button>
            ),
          )}
        </div>
      )}
      <IconButton label="Add a file" variant="ghost" icon={<Plus size={13} />} onClick={() => setNaming(addFile())} />
      {shown === main ? null : (
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger asChild>
            <IconButton label={`Rename or delete ${shown}`} variant="ghost" icon={<MoreHorizontal size={13} />} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content
              className={menu.menu}
              sideOffset={4}
              collisionPadding={8}
              aria-label={shown}
              onCloseAutoFocus={(event) => naming !== null && event.preventDefault()}
            >
              <DropdownMenu.Item className={styles.item} onSelect={() => setNaming(shown)}>
                Rename
              </DropdownMenu.Item>
              <DropdownMenu.Item className={styles.item} onSelect={() => deleteFile(shown)}>
                Delete
              </DropdownMenu.Item>
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
      {deleted === null ? null : (
        <IconButton label={`Bring ${deleted.path} back`} variant="ghost" icon={<Undo2 size={13} />} onClick={restoreFile} />
      )}
    </span>
  );
}
