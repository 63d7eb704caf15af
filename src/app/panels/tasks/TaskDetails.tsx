import { X } from 'lucide-react';
import type { RecordingIndex } from '../../../model/index/recording-index';
import type { FrameView, TaskView, World } from '../../../model/world';
import { IconButton } from '../../design/Button';
import { StateWord } from '../../design/StateIcon';
import { TaskLabel } from '../../design/TaskLabel';
import { taskColour } from '../../design/taskColour';
import { useActions } from '../../store/AppContext';
import { Pieces } from '../Pieces';
import { taskReason } from './reason';
import styles from './TaskDetails.module.css';
import { callsOfTask } from './taskCalls';
import { taskFacts } from './taskFacts';

interface TaskDetailsProps {
  readonly index: RecordingIndex;
  readonly world: World;
  readonly task: TaskView;
}

/** Everything about the selected task at this step: why it waits, who made it, how it ended, and the calls that it is in. */
export function TaskDetails({ index, world, task }: TaskDetailsProps) {
  const { selectTask } = useActions();
  return (
    <section className={styles.details} aria-label={`Details of ${task.label}`}>
      <header className={styles.header}>
        <span className={styles.swatch} style={{ background: taskColour(task.task) }} />
        <h3 className={styles.label}>
          <TaskLabel label={task.label} />
        </h3>
        <StateWord state={task.state} />
        <span className={styles.reason}>{taskReason(world, task)}</span>
        <IconButton label="Close details" variant="ghost" icon={<X size={14} aria-hidden="true" />} onClick={() => selectTask(task.task)} />
      </header>
      <div className={styles.scroller}>
        <dl className={styles.facts}>
          {taskFacts(index, world, task).map(({ title, pieces }) => (
            <div key={title} className={styles.fact}>
              <dt className={styles.title}>{title}</dt>
              <dd className={styles.told}>
                <Pieces pieces={pieces} />
              </dd>
            </div>
          ))}
        </dl>
        <Calls calls={callsOfTask(index, task.task, world.step)} step={world.step} />
      </div>
    </section>
  );
}

function Calls({ calls, step }: { readonly calls: readonly FrameView[]; readonly step: number }) {
  if (calls.length === 0) return null;
  return (
    <>
      <h4 className={styles.heading}>Calls, innermost first</h4>
      <ol className={styles.calls}>
        {calls.map(({ frame, function: name, file, line, locals }) => (
          <li key={frame} className={styles.call}>
            <code>{name}</code> <Pieces pieces={[{ kind: 'place', place: { file, line } }]} />
            <ul className={styles.locals} aria-label={`Variables of ${name}`}>
              {locals.map((variable) => (
                <li key={variable.name} className={styles.local} data-changed={variable.since === step}>
                  <span className={styles.variable}>{variable.name}</span> = {variable.value}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
