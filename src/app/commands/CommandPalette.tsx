import { Command, defaultFilter } from 'cmdk';
import { useMemo, useRef, useState } from 'react';
import { Kbd } from '../design/Kbd';
import { Modal } from '../design/Modal';
import { useActions, useApp } from '../store/AppContext';
import type { App } from '../store/app';
import { MAIN_FILE } from '../store/programs';
import { currentRecorded } from '../store/selectors';
import styles from './CommandPalette.module.css';
import { type PaletteDeed, type PaletteEntry, paletteGroups } from './paletteEntries';
import { type Doings, useCommands } from './useCommands';

/** Finds any action, task, resource, line, bookmark or program by a few letters of it. */
export default function CommandPalette() {
  const app = useApp();
  const commands = useCommands();
  const { closeOverlay } = useActions();
  const [query, setQuery] = useState('');
  // As things stood when it was opened: while it is open, nothing else can be done.
  const [state] = useState(() => app.store.getState());
  const groups = useMemo(() => paletteGroups(app.examples, state, query, defaultFilter), [app, state, query]);
  const goesTo = useRef<string | null>(null);
  const choose = ({ deed }: PaletteEntry): void => {
    goesTo.current = panelOf(deed);
    closeOverlay();
    carryOut(app, commands, deed);
  };
  return (
    <Modal title="Find anything" untitled onClose={closeOverlay} goesTo={goesTo}>
      <Command label="Find anything" shouldFilter={false} loop vimBindings={false}>
        <Command.Input
          className={styles.input}
          placeholder="An action, task, resource, program, text, or :line"
          value={query}
          onValueChange={setQuery}
          autoFocus
        />
        <Command.List className={styles.list} label="Found">
          <Command.Empty className={styles.empty}>Nothing here is called “{query.trim()}”.</Command.Empty>
          {groups.map(({ heading, entries }) => (
            <Command.Group key={heading} className={styles.group} heading={heading}>
              {entries.map((entry) => (
                <Command.Item key={entry.id} className={styles.item} value={entry.id} onSelect={() => choose(entry)}>
                  <span className={styles.title}>{entry.title}</span>
                  <span className={styles.detail}>{entry.detail}</span>
                  {entry.keys === '' ? null : <Kbd keys={entry.keys} />}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Modal>
  );
}

/** Where one goes on after a deed; null: where one was. */
function panelOf({ does }: PaletteDeed): string | null {
  switch (does) {
    case 'task':
      return 'Tasks';
    case 'resource':
      return 'Resources';
    case 'line':
    case 'runToLine':
    case 'program':
      return 'Program';
    default:
      return null;
  }
}

function carryOut({ store, actions }: App, commands: Doings, deed: PaletteDeed): void {
  const { selection, position } = store.getState();
  const index = currentRecorded(store.getState())?.index;
  /** What is only created later would be selected out of sight. */
  const notBefore = (creation: number | undefined): void => {
    if (creation !== undefined && creation >= position.step) actions.travel(creation + 1);
  };
  switch (deed.does) {
    case 'command':
      commands[deed.command]();
      break;
    case 'task':
      notBefore(index?.tasks.creation(deed.task));
      // What is selected already would be unselected.
      if (selection.kind !== 'task' || selection.task !== deed.task) actions.selectTask(deed.task);
      break;
    case 'resource':
      notBefore(index?.resources.creation(deed.resource));
      if (selection.kind !== 'resource' || selection.resource !== deed.resource) actions.selectResource(deed.resource);
      break;
    case 'line':
      actions.selectLine({ file: MAIN_FILE, line: deed.line });
      break;
    case 'runToLine':
      actions.runToLine(deed.line);
      break;
    case 'breakpoint':
      actions.toggleBreakpoint(deed.line);
      break;
    case 'bookmark':
      actions.travel(deed.step);
      break;
    case 'program':
      actions.openProgram(deed.document);
      break;
  }
}
