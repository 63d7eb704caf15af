import { Graph, graphlib, layout } from '@dagrejs/dagre';
import type { WaitEdge, WaitGraph, WaitNode } from './waitGraph';

/** A node with its place: the upper left corner and the size, in pixels. */
export interface PlacedNode extends WaitNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** An edge as the line to draw. */
export interface PlacedEdge extends WaitEdge {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Whether it is part of a circle: nobody in it can go on unless somebody outside helps. */
  readonly inCircle: boolean;
}

export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Pixels. */
export const NODE_HEIGHT = 28;
const MARGIN = 12;
const CHARACTER = 7.6;
const LONGEST_LABEL = 22;
const AROUND_LABEL = 54;

/** Where one looks for what is waited for: to the right of or below who waits. */
type Direction = 'right' | 'down';

/** Lays a graph out in one direction, from whoever waits to what it waits for. */
export function layOut({ nodes, edges }: WaitGraph, direction: Direction): PlacedGraph {
  const graph = new Graph<object, { width: number; height: number; x?: number; y?: number }, { points?: { x: number; y: number }[] }>();
  graph.setGraph({ rankdir: direction === 'right' ? 'LR' : 'TB', nodesep: 10, ranksep: 30, marginx: MARGIN, marginy: MARGIN });
  for (const { key, label } of nodes) {
    graph.setNode(key, { width: AROUND_LABEL + CHARACTER * Math.min(label.length, LONGEST_LABEL), height: NODE_HEIGHT });
  }
  // dagre puts those that it could order either way in the opposite order of their edges.
  for (const { from, to } of edges.toReversed()) graph.setEdge(from, to, {});
  layout(graph);
  const circles = circlesOf(graph);
  const placed = nodes.map((node): PlacedNode => {
    const { x = 0, y = 0, width } = graph.node(node.key);
    return { ...node, x: x - width / 2, y: y - NODE_HEIGHT / 2, width };
  });
  return {
    nodes: placed,
    edges: edges.map((edge) => ({
      ...edge,
      points: graph.edge(edge.from, edge.to).points ?? [],
      inCircle: circles.get(edge.from) !== undefined && circles.get(edge.from) === circles.get(edge.to),
    })),
    width: Math.max(0, ...placed.map(({ x, width }) => x + width)) + MARGIN,
    height: Math.max(0, ...placed.map(({ y }) => y + NODE_HEIGHT)) + MARGIN,
  };
}

/** A graph that was laid out for a width, and by how much it is made smaller to fit: 1 is its own size. */
export interface FittedGraph extends PlacedGraph {
  readonly zoom: number;
}

/** Smaller, nobody could read it: it scrolls instead. */
const SMALLEST = 0.6;

/**
 * `layOut` for a graph that is drawn again at each step, in the direction that fits a width in pixels better. As long as the same things are
 * joined in the same way, they stay in place.
 */
export function steadyLayout(): (graph: WaitGraph, width: number) => FittedGraph {
  const [right, down] = [steadily('right'), steadily('down')];
  return (graph, width) => {
    const across = right(graph);
    if (width === 0 || across.width <= width) return { ...across, zoom: 1 };
    const below = down(graph);
    const placed = below.width < across.width ? below : across;
    return { ...placed, zoom: Math.min(1, Math.max(SMALLEST, width / placed.width)) };
  };
}

function steadily(direction: Direction): (graph: WaitGraph) => PlacedGraph {
  let last: { readonly shape: string; readonly placed: PlacedGraph } | null = null;
  return (graph) => {
    const shape = JSON.stringify([graph.nodes.map(({ key }) => key), graph.edges]);
    if (last?.shape !== shape) last = { shape, placed: layOut(graph, direction) };
    const { placed } = last;
    return { ...placed, nodes: placed.nodes.map((node, index) => ({ ...node, ...graph.nodes[index] })) };
  };
}

/** The nodes that are in a circle. */
export function inCircles({ nodes, edges }: Pick<PlacedGraph, 'nodes' | 'edges'>): readonly PlacedNode[] {
  const keys = new Set(edges.filter(({ inCircle }) => inCircle).flatMap(({ from, to }) => [from, to]));
  return nodes.filter(({ key }) => keys.has(key));
}

/** The number of the circle that a node is in: strongly connected nodes can all reach each other. */
function circlesOf(graph: Parameters<typeof graphlib.alg.tarjan>[0]): ReadonlyMap<string, number> {
  const circles = graphlib.alg.tarjan(graph).filter((component) => component.length > 1);
  return new Map(circles.flatMap((component, circle) => component.map((key): [string, number] => [key, circle])));
}
