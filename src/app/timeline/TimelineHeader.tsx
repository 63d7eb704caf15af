import { BoxSelect, Maximize2, Minus, Plus } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { IconButton } from '../design/Button';
import { PanelLegend } from '../design/PanelLegend';
import { SegmentedControl } from '../design/SegmentedControl';
import type { AxisMode } from './axis';
import { Legend, timelineLegend } from './Legend';
import type { Palette } from './palette';
import styles from './TimelineHeader.module.css';

const AXES: readonly { readonly value: AxisMode; readonly label: string }[] = [
  { value: 'hybrid', label: 'Hybrid' },
  { value: 'time', label: 'Time' },
  { value: 'steps', label: 'Steps' },
];

interface TimelineHeaderProps {
  readonly palette: Palette | null;
  readonly ratio: number;
  readonly axis: AxisMode;
  readonly onAxis: (axis: AxisMode) => void;
  /** Whether everything is in sight. */
  readonly whole: boolean;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  /** Whether dragging along the lanes selects. */
  readonly dragSelects: boolean;
  /** The choice of lanes. */
  readonly lanes: ReactNode;
  readonly onDragSelects: (on: boolean) => void;
}

/** The legend, what the axis goes by, and the zoom. */
export function TimelineHeader({
  palette,
  ratio,
  axis,
  onAxis,
  whole,
  onZoom,
  onFit,
  dragSelects,
  onDragSelects,
  lanes,
}: TimelineHeaderProps) {
  const legend = useMemo(() => (palette === null ? [] : timelineLegend(palette, ratio)), [palette, ratio]);
  return (
    <div className={styles.header}>
      {palette === null ? <span className={styles.filler} /> : <Legend palette={palette} ratio={ratio} />}
      <SegmentedControl label="Axis" options={AXES} value={axis} onChange={onAxis} />
      <span className={styles.zoom}>
        {lanes}
        <IconButton
          label="Select a span by dragging"
          shortcut="Shift"
          variant={dragSelects ? 'plain' : 'ghost'}
          icon={<BoxSelect size={14} />}
          aria-pressed={dragSelects}
          onClick={() => onDragSelects(!dragSelects)}
        />
        <IconButton label="Zoom out" shortcut="−" variant="ghost" icon={<Minus size={14} />} disabled={whole} onClick={() => onZoom(0.5)} />
        <IconButton label="Zoom in" shortcut="+" variant="ghost" icon={<Plus size={14} />} onClick={() => onZoom(2)} />
        <IconButton label="Fit all" shortcut="0" variant="ghost" icon={<Maximize2 size={13} />} disabled={whole} onClick={onFit} />
        <PanelLegend of="Timeline" entries={legend} />
      </span>
    </div>
  );
}
