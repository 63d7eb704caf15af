import { previousStep } from '../../../model/navigation';
import { EmptyState, Panel } from '../../design/Panel';
import { VirtualRows } from '../../design/VirtualRows';
import { useApp, useAppState, useSelectedTask, useSelection, useWorld } from '../../store/AppContext';
import { currentRecorded, isRushing } from '../../store/selectors';
import { RESOURCES_LEGEND } from '../legends';
import { ResourceCardView } from './ResourceCardView';
import { resourceCard } from './resourceCard';
import { resourceChanges } from './resourceChanges';

/** Locks, semaphores, queues and the rest: what they hold, who holds them and who waits. */
export function ResourcesPanel() {
  const world = useWorld();
  const { actions } = useApp();
  const selectedTask = useSelectedTask();
  const selection = useSelection();
  const recorded = useAppState(currentRecorded);
  const stepSize = useAppState((state) => state.preferences.stepSize);
  const rushing = useAppState(isRushing);
  const resources = world?.resources ?? [];
  if (world === null || recorded === null || resources.length === 0) {
    return (
      <Panel legend={RESOURCES_LEGEND} name="Resources" note={world === null ? undefined : '0'}>
        <EmptyState>
          {world === null
            ? 'Locks, semaphores, queues, events, conditions, barriers, servers and connections appear here, with who holds them and who waits.'
            : 'No lock, semaphore, queue, event, condition, barrier, server or connection was created yet.'}
        </EmptyState>
      </Panel>
    );
  }
  const { index: recording } = recorded;
  const before = previousStep(recording, world.step, stepSize);
  const reveal = selection.kind === 'resource' ? resources.findIndex(({ resource }) => resource === selection.resource) : -1;
  return (
    <Panel legend={RESOURCES_LEGEND} name="Resources" note={resources.length.toLocaleString('en')}>
      <VirtualRows
        count={resources.length}
        rowHeight={96}
        measured
        drawAll={30}
        passing={rushing}
        reveal={reveal}
        keyOf={(index) => resources[index]?.resource ?? index}
        render={(index) => {
          const resource = resources[index];
          if (resource === undefined) return null;
          return (
            <ResourceCardView
              card={resourceCard(world, resource, resourceChanges(recording, resource.resource, before, world.step))}
              selected={index === reveal}
              rushing={rushing}
              selectedTask={selectedTask}
              onSelect={actions.selectResource}
              onSelectTask={actions.selectTask}
              onGoToPlace={actions.selectLine}
            />
          );
        }}
      />
    </Panel>
  );
}
