import type { Problem } from '../../../analysis/problems/problem';
import { EmptyState } from '../../design/Panel';
import type { Theme } from '../../shell/theme';
import { useActions, useAppState, useSelectedTask } from '../../store/AppContext';
import { currentProblems } from '../../store/searchProblems';
import { currentRecorded } from '../../store/selectors';
import { Timeline } from '../../timeline/Timeline';
import { useStepFlags } from '../../transport/stepFlags';
import styles from './TimelinePanel.module.css';

/** One for all recordings without problems: that none were found, where none were known, is nothing to draw the lanes anew for. */
const NO_PROBLEMS: readonly Problem[] = [];

/** When each task ran, was ready, slept and waited. */
export function TimelinePanel({ theme }: { readonly theme: Theme }) {
  const { travel, selectTask } = useActions();
  const recorded = useAppState(currentRecorded);
  const found = useAppState(currentProblems);
  const problems = found === null || found.length === 0 ? NO_PROBLEMS : found;
  const step = useAppState((state) => state.position.step);
  const selectedTask = useSelectedTask();
  const flags = useStepFlags();
  return (
    <section className={styles.panel} data-panel-name="Timeline" tabIndex={-1} aria-label="Timeline">
      {recorded === null ? (
        <EmptyState>A lane for each task appears here: when it ran, was ready, slept and waited. Drag along it to travel.</EmptyState>
      ) : (
        <Timeline
          index={recorded.index}
          length={recorded.recording.length}
          problems={problems}
          step={step}
          onTravel={travel}
          selectedTask={selectedTask}
          onSelectTask={selectTask}
          theme={theme}
          flags={flags}
        />
      )}
    </section>
  );
}
