import { useMemo } from 'react';
import { actorName } from '../../model/actor-id';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { StepFlag } from '../transport/stepFlags';
import type { Arrow } from './arrows';
import { drawBrackets } from './brackets';
import type { DrawLayer } from './CanvasChart';
import { drawArrows, drawHoveredArrow } from './drawArrows';
import { drawFlags } from './drawFlags';
import { drawLanes, drawNames } from './drawLanes';
import { drawMoments } from './drawMoments';
import { drawOverlay } from './drawOverlay';
import { drawGrid, drawRuler } from './drawRuler';
import { drawSelection } from './drawSelection';
import type { LaneRows } from './laneRows';
import type { Moments } from './moments';
import type { Palette } from './palette';
import type { Scene } from './scene';
import type { Scopes } from './scopes';
import type { Stretch } from './shares';
import type { SpanPlace } from './spanPlace';

interface Shown {
  readonly index: RecordingIndex;
  readonly moments: Moments;
  readonly scopes: Scopes;
  readonly scene: Scene;
  readonly rows: LaneRows;
  /** null until the theme is known: then nothing is drawn. */
  readonly palette: Palette | null;
  readonly selectedLane: number;
  readonly hovered: SpanPlace | null;
  readonly focused: SpanPlace | null;
  readonly stretch: Stretch | null;
  readonly arrows: readonly Arrow[];
  readonly hoveredArrow: Arrow | null;
  readonly flags: readonly StepFlag[];
}

/** The layers of the timeline: the lanes, and over them what changes with each move of the pointer. */
export function useTimelineLayers(shown: Shown): readonly DrawLayer[] {
  const { index, moments, scopes, scene, rows, palette, selectedLane, hovered, focused, stretch, arrows, hoveredArrow, flags } = shown;
  const drawBase = useMemo<DrawLayer>(() => {
    const labelOf = (lane: number) => actorName(index, rows.at(lane)?.id ?? 0);
    const lanes = { ...scene, selectedLane, labelOf, lookOf: (lane: number) => rows.lookAt(lane) };
    return (pen) => {
      if (palette === null) return;
      drawGrid(pen, scene, palette);
      drawLanes(pen, lanes, palette);
      drawBrackets(pen, scene, scopes, palette);
      drawArrows(pen, scene.stage, arrows, palette);
      drawMoments(pen, scene, moments, palette);
      drawNames(pen, lanes, palette);
      drawRuler(pen, scene, palette);
      drawFlags(pen, scene, flags, palette);
    };
  }, [scene, rows, moments, scopes, arrows, selectedLane, index, palette, flags]);
  const drawTop = useMemo<DrawLayer>(
    () => (pen) => {
      if (palette === null) return;
      if (stretch !== null) drawSelection(pen, scene, stretch, palette);
      if (hoveredArrow !== null) drawHoveredArrow(pen, scene.stage, hoveredArrow, palette);
      drawOverlay(pen, { ...scene, hovered, focused }, palette);
    },
    [scene, hovered, focused, stretch, hoveredArrow, palette],
  );
  return useMemo(() => [drawBase, drawTop], [drawBase, drawTop]);
}
