import { ArrowUp, ChevronDown, ChevronRight, Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { asNanoseconds, formatSeconds } from '../../../model/units';
import { IconButton } from '../../design/Button';
import { RouteForm } from './RouteForm';
import type { RouteFields } from './routeFields';
import type { RouteRow } from './routeRows';
import styles from './World.module.css';

const FAILED = { refused: 'refused', reset: 'reset', timeout: 'no answer', dns: 'no such host' } as const;

/** That a route is open. */
export interface OpenRoute {
  readonly id: number;
  /** What opened it from elsewhere in the panel, and had the focus; null: its own button did. */
  readonly from: Element | null;
}

interface RouteItemProps {
  readonly row: RouteRow;
  /** null: it is closed. */
  readonly open: OpenRoute | null;
  /** Whether there is a route before it. */
  readonly movable: boolean;
  readonly onToggle: () => void;
  readonly onChange: (fields: RouteFields) => void;
  readonly onMoveUp: () => void;
  readonly onRemove: () => void;
}

/** A route in one line; open, with its fields. */
export function RouteItem({ row, open, movable, onToggle, onChange, onMoveUp, onRemove }: RouteItemProps) {
  const { host, method, path } = row.fields;
  const name = `${method === '*' ? 'any' : method} ${host}${path === '*' ? '' : path}`;
  const wrong = Object.keys(row.complaints).length > 0;
  const Chevron = open === null ? ChevronRight : ChevronDown;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open === null || item.current === null) return;
    bringToTop(item.current);
    if (open.from !== null) item.current.querySelector('input')?.focus({ preventScroll: true });
  }, [open]);
  return (
    <li ref={item} className={styles.item}>
      <div className={styles.line}>
        <button type="button" className={styles.toggle} aria-expanded={open !== null} aria-label={`Route ${name}`} onClick={onToggle}>
          <Chevron className={styles.chevron} size={14} aria-hidden="true" />
          <span className={styles.words}>
            <code className={styles.request}>{name}</code>
            <span className={styles.facts}>
              {wrong ? (
                <span className={styles.wrong}>
                  <TriangleAlert size={12} aria-hidden="true" /> not used as typed
                </span>
              ) : (
                factsOf(row)
              )}
            </span>
          </span>
        </button>
        {movable ? (
          <IconButton
            label={`Move route ${name} up`}
            detail="The first that fits answers."
            variant="ghost"
            icon={<ArrowUp size={14} />}
            onClick={onMoveUp}
          />
        ) : null}
        <IconButton label={`Remove route ${name}`} variant="ghost" icon={<Trash2 size={14} />} onClick={onRemove} />
      </div>
      {open === null ? null : <RouteForm fields={row.fields} complaints={row.complaints} onChange={onChange} />}
    </li>
  );
}

/** Puts what was opened at the top of the panel, because it was perhaps opened from below. */
function bringToTop(item: HTMLLIElement): void {
  if (item.offsetParent !== null) item.offsetParent.scrollTop = item.offsetTop;
}

/** "503 after 0.025 s". */
function factsOf({ route }: RouteRow): string {
  if (route === null) return '';
  const what = route.failure === '' ? String(route.status) : FAILED[route.failure];
  return route.latency === null || route.failure === 'timeout'
    ? what
    : `${what} after ${formatSeconds(asNanoseconds(Math.round(route.latency * 1e6)))}`;
}
