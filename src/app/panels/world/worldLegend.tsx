import { Pencil, Plus } from 'lucide-react';
import type { LegendEntry } from '../../design/PanelLegend';
import styles from './World.module.css';

export const WORLD_LEGEND: readonly LegendEntry[] = [
  { key: 'request', sign: <code>GET /json</code>, meaning: 'was asked in this recording; press it to travel there' },
  { key: 'answer', sign: '200 OK', meaning: 'what came back the last time, and after how long' },
  { key: 'plus', sign: <Plus size={14} aria-label="plus" />, meaning: 'makes a route of a request, to change what comes back' },
  { key: 'pencil', sign: <Pencil size={14} aria-label="pencil" />, meaning: 'a route answers it: press to edit that' },
  {
    key: 'route',
    sign: <span className={styles.routed}>route</span>,
    meaning: 'the first route that fits answers in the place of the default',
  },
];
