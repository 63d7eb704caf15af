import { X } from 'lucide-react';
import { type ContextVariable, contextOf } from '../../../model/context-variables';
import type { RecordingIndex } from '../../../model/index/recording-index';
import { formatSeconds, type Step } from '../../../model/units';
import type { FrameView, TaskView, World } from '../../../model/world';
import { IconButton } from '../../design/Button';
import { StateWord } from '../../design/StateIcon';
import { TaskLabel } from '../../design/TaskLabel';
import { taskColour } from '../../design/taskColour';
import { useActions } from '../../store/AppContext';
import { Pieces } from '../Pieces';
import { type Piece, words } from '../piece';
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
        <span className={styles.reason} title={taskReason(world, task, formatSeconds)}>
          {taskReason(world, task)}
        </span>
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
        <ContextVariables variables={contextOf(index, task.task, world.step)} step={world.step} />
        <Calls calls={callsOfTask(index, task.task, world.step)} step={world.step} />
      </div>
    </section>
  );
}

/** More steps than this at which a variable changed are counted. */
const MOST_STEPS = 4;

/** What the task's context holds, as of its last step: what it sets within a step is seen when that ends. */
function ContextVariables({ variables, step }: { readonly variables: readonly ContextVariable[]; readonly step: number }) {
  if (variables.length === 0) return null;
  return (
    <>
      <h4 className={styles.heading} title="As of the task's last step: what it sets is seen when its step ends.">
        Context variables
      </h4>
      <ul className={styles.context} aria-label="Context variables">
        {variables.map(({ name, value, changedAt }) => (
          <li key={name} className={styles.contextVariable}>
            <span className={styles.local} data-changed={changedAt.at(-1) === step}>
              <span className={styles.variable}>{name}</span> = {value}
            </span>
            <span className={styles.since}>
              since <Pieces pieces={stepPieces(changedAt)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The steps of the last changes, the latest first. */
function stepPieces(steps: readonly Step[]): readonly Piece[] {
  const latest = steps.slice(-MOST_STEPS).reverse();
  const rest = steps.length - latest.length;
  const links = latest.flatMap((step, i): Piece[] => [
    ...(i === 0 ? [] : [words(i === 1 ? ', before that ' : ', ')]),
    { kind: 'step', step, text: `step ${step}` },
  ]);
  return rest === 0 ? links : [...links, words(` and ${rest} more`)];
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
