import type { editor } from 'monaco-editor/editor/editor.api';
import { Popover, Toolbar } from 'radix-ui';
import { useMemo, useState } from 'react';
import { formatSeconds } from '../../model/units';
import type { OpenHistory, VariableSource } from './useVariableHistory';
import styles from './VariableHistory.module.css';
import { changesAround } from './variableAt';

interface VariableHistoryProps {
  readonly target: editor.IStandaloneCodeEditor;
  readonly open: OpenHistory;
  readonly source: VariableSource;
  /** How often the line of the variable ran, in words; null for a line that never did. */
  readonly lineRan: string | null;
  readonly onClose: () => void;
}

/** More changes than this are counted, not listed: those nearest to the present step are shown. */
const MOST_LISTED = 200;

/** All changes of a variable, as a list to walk with the arrow keys; Enter goes to the step of a change and leaves the list open. */
export function VariableHistory({ target, open, source, lineRan, onClose }: VariableHistoryProps) {
  const anchor = useMemo(() => ({ current: { getBoundingClientRect: () => rectOf(target, open) } }), [target, open]);
  const { story } = open;
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={story === null ? 'History' : `History of ${story.name}`}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            target.focus();
          }}
        >
          <p className={styles.title}>
            {story === null ? (
              'There is no variable at the caret that this recording knows.'
            ) : (
              <>
                <code>{story.name}</code>{' '}
                {story.function === '<module>' ? (
                  'in the module'
                ) : (
                  <>
                    in <code>{story.function}</code>
                  </>
                )}
              </>
            )}
          </p>
          {lineRan === null ? null : (
            <p className={styles.aside}>
              Line {open.at.lineNumber}: {lineRan}
            </p>
          )}
          {story === null ? null : <Changes story={story} source={source} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Changes({ story, source }: { readonly story: NonNullable<OpenHistory['story']>; readonly source: VariableSource }) {
  const { step, taskLabel, onTravel } = source;
  // What is listed stays as it was opened, while one travels.
  const [{ earlier, shown, later }] = useState(() => changesAround(story.changes, step, MOST_LISTED));
  const present = shown.findLast((change) => change.step <= step);
  return (
    <>
      {earlier > 0 ? <p className={styles.aside}>{earlier.toLocaleString('en')} earlier</p> : null}
      <Toolbar.Root className={styles.list} orientation="vertical" aria-label={`Changes of ${story.name}`}>
        {shown.map((change) => (
          <Toolbar.Button
            key={change.step}
            className={styles.change}
            aria-current={change === present ? 'step' : undefined}
            onClick={() => onTravel(change.step)}
          >
            <span className={styles.step}>step {change.step.toLocaleString('en')}</span>
            <span className={styles.clock}>{formatSeconds(change.clock)}</span>
            <span className={styles.task}>{taskLabel(change.task)}</span>
            <code className={styles.value}>{change.value === '' ? 'unbound' : change.value}</code>
          </Toolbar.Button>
        ))}
      </Toolbar.Root>
      {later > 0 ? <p className={styles.aside}>{later.toLocaleString('en')} later</p> : null}
    </>
  );
}

/** Where the place of the text is on the screen; the editor's corner when it is scrolled out of sight. */
function rectOf(target: editor.IStandaloneCodeEditor, { at }: OpenHistory): DOMRect {
  const box = target.getDomNode()?.getBoundingClientRect() ?? new DOMRect();
  const spot = target.getScrolledVisiblePosition(at);
  return spot === null ? new DOMRect(box.x, box.y, 0, 0) : new DOMRect(box.x + spot.left, box.y + spot.top, 1, spot.height);
}
