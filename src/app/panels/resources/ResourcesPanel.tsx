import { EmptyState, Panel } from '../../design/Panel';
import { VirtualRows } from '../../design/VirtualRows';
import { useApp, useSelectedTask, useSelection, useWorld } from '../../store/AppContext';
import { ResourceCardView } from './ResourceCardView';
import { resourceCard } from './resourceCard';

/** Locks, semaphores, queues and the rest: what they hold, who holds them and who waits. */
export function ResourcesPanel() {
  const world = useWorld();
  const { actions } = useApp();
  const selectedTask = useSelectedTask();
  const selection = useSelection();
  const resources = world?.resources ?? [];
  if (world === null || resources.length === 0) {
    return (
      <Panel name="Resources" note={world === null ? undefined : '0'}>
        <EmptyState>
          {world === null
            ? 'Locks, semaphores, queues, events, conditions and barriers appear here, with who holds them and who waits.'
            : 'No lock, semaphore, queue, event, condition or barrier was created yet.'}
        </EmptyState>
      </Panel>
    );
  }
  const reveal = selection.kind === 'resource' ? resources.findIndex(({ resource }) => resource === selection.resource) : -1;
  return (
    <Panel name="Resources" note={resources.length.toLocaleString('en')}>
      <VirtualRows
        count={resources.length}
        rowHeight={96}
        measured
        drawAll={30}
        reveal={reveal}
        keyOf={(index) => resources[index]?.resource ?? index}
        render={(index) => {
          const resource = resources[index];
          if (resource === undefined) return null;
          return (
            <ResourceCardView
              card={resourceCard(world, resource)}
              selected={index === reveal}
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
