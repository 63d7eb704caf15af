import { Box, Brackets } from 'lucide-react';
import { memo, type ReactNode, useId, useState } from 'react';
import { shallow } from 'zustand/shallow';
import { count } from '../../../analysis/explain/phrase';
import type { World } from '../../../model/world';
import { EmptyState } from '../../design/Panel';
import { StateIcon } from '../../design/StateIcon';
import { TaskLabel } from '../../design/TaskLabel';
import { taskColour } from '../../design/taskColour';
import { useActions, useSelection } from '../../store/AppContext';
import type { Actions } from '../../store/app';
import type { Selection } from '../../store/state';
import { inCircles, NODE_HEIGHT, type PlacedEdge, type PlacedNode, steadyLayout } from './graphLayout';
import type { TaskFilter } from './taskFilter';
import { useWidth } from './useWidth';
import styles from './WaitGraphView.module.css';
import { type NodeTarget, waitGraph } from './waitGraph';

interface WaitGraphViewProps {
  readonly world: World;
  readonly filter: TaskFilter;
}

/** The unfinished tasks as a graph: an arrow from whoever waits to what it needs. It is loaded when somebody wants to see it. */
export default function WaitGraphView({ world, filter }: WaitGraphViewProps) {
  const actions = useActions();
  const selection = useSelection();
  const { ref, width: room } = useWidth();
  const [place] = useState(steadyLayout);
  const graph = waitGraph(world, filter);
  if (graph.nodes.length === 0) return <EmptyState>No unfinished task is left to wait for anything.</EmptyState>;
  const { nodes, edges, width, height, zoom } = place(graph, room);
  const circle = inCircles({ nodes, edges });
  const opensAt = nodes.find(({ target }) => isSelected(selection, target)) ?? nodes.find(({ state }) => state === 'running') ?? nodes[0];
  return (
    <div className={styles.view}>
      <div className={styles.scroller} ref={ref}>
        {room === 0 || opensAt === undefined ? null : (
          <Sheet width={width} height={height} zoom={zoom} opensAt={opensAt}>
            <Lines edges={edges} width={width} height={height} />
            <ul className={styles.nodes} aria-label="Who waits for whom">
              {nodes.map((node) => (
                <Node
                  key={node.key}
                  node={node}
                  inCircle={circle.includes(node)}
                  selected={isSelected(selection, node.target)}
                  actions={actions}
                />
              ))}
            </ul>
          </Sheet>
        )}
      </div>
      <p className={styles.legend} data-circle={circle.length > 0}>
        {circle.length > 0
          ? `A circle: ${circle.map(({ label }) => label).join(', ')} wait for each other.`
          : `${graph.leftOut > 0 ? `${count(graph.leftOut, 'more task')}, to be found by searching · ` : ''}solid: waits for · dashed: is held by · dotted: contains`}
      </p>
    </div>
  );
}

interface SheetProps {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** What is in sight at first. */
  readonly opensAt: PlacedNode;
  readonly children: ReactNode;
}

function Sheet({ width, height, zoom, opensAt, children }: SheetProps) {
  const [open] = useState(() => scrolledTo(opensAt, zoom));
  return (
    <div className={styles.sheet} style={{ width, height, zoom }} ref={open}>
      {children}
    </div>
  );
}

/** Scrolls to a node of a sheet, once the sheet is on the page. */
const scrolledTo =
  ({ x, y, width }: PlacedNode, zoom: number) =>
  (sheet: HTMLElement | null): void => {
    const scroller = sheet?.parentElement;
    scroller?.scrollTo((x + width / 2) * zoom - scroller.clientWidth / 2, (y + NODE_HEIGHT / 2) * zoom - scroller.clientHeight / 2);
  };

interface LinesProps {
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

const Lines = memo(function Lines({ edges, width, height }: LinesProps) {
  const arrow = useId();
  return (
    <svg className={styles.lines} width={width} height={height} aria-hidden="true">
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto">
          <path d="M0 0 L8 4 L0 8 z" fill="context-stroke" />
        </marker>
      </defs>
      {edges.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          className={styles.line}
          data-kind={edge.kind}
          data-circle={edge.inCircle}
          d={lineOf(edge)}
          markerEnd={`url(#${arrow})`}
        />
      ))}
    </svg>
  );
});

interface NodeProps {
  readonly node: PlacedNode;
  readonly inCircle: boolean;
  readonly selected: boolean;
  readonly actions: Actions;
}

/** A node is made anew at each step, but mostly says the same. */
const looksSame = ({ node: before, ...others }: NodeProps, { node, ...now }: NodeProps): boolean =>
  shallow(others, now) && before.name === node.name && before.state === node.state && before.x === node.x && before.y === node.y;

const Node = memo(function Node({ node, inCircle, selected, actions }: NodeProps) {
  return (
    <li className={styles.place} style={{ left: node.x, top: node.y, width: node.width, height: NODE_HEIGHT }}>
      <button
        type="button"
        className={styles.node}
        data-kind={node.target.kind}
        data-task-state={node.state ?? undefined}
        data-circle={inCircle}
        aria-label={node.name}
        aria-pressed={selected}
        title={node.name}
        onClick={() => select(node.target, actions)}
      >
        <Sign node={node} />
        <TaskLabel label={node.label} />
        {node.state === null ? null : <StateIcon state={node.state} />}
      </button>
    </li>
  );
}, looksSame);

function Sign({ node: { target } }: { readonly node: PlacedNode }) {
  if (target.kind === 'task') return <span className={styles.swatch} style={{ background: taskColour(target.task) }} />;
  const Icon = target.kind === 'resource' ? Box : Brackets;
  return <Icon className={styles.sign} size={12} aria-hidden="true" />;
}

const lineOf = ({ points }: PlacedEdge): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');

const isSelected = (selection: Selection, target: NodeTarget): boolean =>
  (target.kind === 'task' && selection.kind === 'task' && selection.task === target.task) ||
  (target.kind === 'resource' && selection.kind === 'resource' && selection.resource === target.resource);

function select(target: NodeTarget, actions: Actions): void {
  if (target.kind === 'task') actions.selectTask(target.task);
  else if (target.kind === 'resource') actions.selectResource(target.resource);
  else if (target.place !== null) actions.selectLine(target.place);
}
