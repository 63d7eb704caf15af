import { useId } from 'react';
import { Modal } from '../design/Modal';
import { useActions, useAppState } from '../store/AppContext';
import { KEY_HELP } from '../timeline/timelineKeys';
import { COMMAND_IDS, type CommandGroup, commandOf } from './commands';
import styles from './KeysDialog.module.css';
import { keyCaption } from './keymap';

const GROUPS: readonly CommandGroup[] = ['Step', 'Play', 'Jump', 'Program', 'Page'];

/** All keys of the page, as the keymap has them. */
export default function KeysDialog() {
  const { closeOverlay } = useActions();
  return (
    <Modal title="Keys" onClose={closeOverlay}>
      <div className={styles.body}>
        <div className={styles.groups}>
          {GROUPS.map((group) => (
            <KeyGroup key={group} group={group} />
          ))}
        </div>
        <h3 className={styles.heading}>In the timeline</h3>
        <p className={styles.words}>{KEY_HELP}</p>
        <h3 className={styles.heading}>On the step slider</h3>
        <p className={styles.words}>The arrows step, as elsewhere. With Shift they move by a single event, Page up and Page down by ten.</p>
        <PlainKeysSwitch />
      </div>
    </Modal>
  );
}

function KeyGroup({ group }: { readonly group: CommandGroup }) {
  const id = useId();
  const commands = COMMAND_IDS.map((command) => ({ command, ...commandOf(command) })).filter(
    (entry) => entry.group === group && entry.keys.length > 0,
  );
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {group}
      </h3>
      <dl className={styles.list}>
        {commands.map(({ command, title, keys }) => (
          <div key={command} className={styles.row}>
            <dt>{title}</dt>
            <dd className={styles.keys}>
              {keys.map((chord) => (
                <kbd key={chord} className={styles.key}>
                  {keyCaption(chord)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function PlainKeysSwitch() {
  const plainKeys = useAppState((state) => state.preferences.plainKeys);
  const { setPlainKeys } = useActions();
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={plainKeys} onChange={(event) => setPlainKeys(event.target.checked)} />
      <span>
        Use letters, digits and signs as keys: E, 1, ? and the others above
        <span className={styles.detail}>
          Switched off, they do nothing; the arrows, Home, End, Space, the F keys and those with Ctrl still work. This helps where speech
          input or other software types letters by mistake. The list of keys is then under Ctrl+K.
        </span>
      </span>
    </label>
  );
}
