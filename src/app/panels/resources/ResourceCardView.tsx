import { ArrowLeft, DoorClosed, DoorOpen } from 'lucide-react';
import { memo } from 'react';
import { shallow } from 'zustand/shallow';
import type { ResourceId, TaskId } from '../../../model/units';
import type { Place } from '../../../model/world';
import { TaskChip } from '../../design/TaskChip';
import styles from './ResourceCardView.module.css';
import type { ResourceCard, WaiterGroup } from './resourceCard';
import type { Seat } from './seat';

interface ResourceCardViewProps {
  readonly card: ResourceCard;
  readonly selected: boolean;
  /** Whether it plays too fast for motion to be seen. */
  readonly rushing: boolean;
  readonly selectedTask: TaskId | null;
  readonly onSelect: (resource: ResourceId) => void;
  readonly onSelectTask: (task: TaskId) => void;
  readonly onGoToPlace: (place: Place) => void;
}

/** A resource drawn as what it is: seats, an owner, slots or a gate, and below them who waits, in order. */
export const ResourceCardView = memo(function ResourceCardView(props: ResourceCardViewProps) {
  const { card, selected, rushing, selectedTask, onSelect, onSelectTask, onGoToPlace } = props;
  const { place } = card;
  const sides = (side: WaiterGroup['side']) =>
    card.waiters
      .filter((group) => group.side === side)
      .map((group) => <Waiters key={group.title} group={group} selectedTask={selectedTask} onSelectTask={onSelectTask} />);
  return (
    <div className={styles.frame}>
      <fieldset
        className={styles.card}
        aria-label={`${card.name}, ${card.kind}`}
        data-selected={selected}
        data-changed={card.changes.length > 0}
        data-rushing={rushing}
      >
        <div className={styles.title}>
          <button type="button" className={styles.name} aria-pressed={selected} onClick={() => onSelect(card.resource)}>
            {card.name}
          </button>
          <span className={styles.summary}>
            {card.kind} · {card.summary}
          </span>
          {place === null ? null : (
            <button type="button" className={styles.place} onClick={() => onGoToPlace(place)}>
              line {place.line}
            </button>
          )}
        </div>
        <div className={styles.seats}>
          {sides('exit')}
          {card.gate === null ? null : <Gate open={card.gate === 'open'} />}
          {card.seats.map((seat, index) => (
            <SeatView key={seatKey(seat, index)} seat={seat} selectedTask={selectedTask} onSelectTask={onSelectTask} />
          ))}
          {sides('entry')}
        </div>
        {sides('below')}
        {card.changes.length === 0 ? null : <Changes key={rushing ? 'rushing' : card.changes.join()} changes={card.changes} />}
      </fieldset>
    </div>
  );
}, looksSame);

/** A card is made anew at each step, but mostly says the same; comparing it costs less than drawing it. */
function looksSame(before: ResourceCardViewProps, now: ResourceCardViewProps): boolean {
  const { card: cardBefore, ...othersBefore } = before;
  const { card, ...others } = now;
  return shallow(othersBefore, others) && JSON.stringify(cardBefore) === JSON.stringify(card);
}

const seatKey = (seat: Seat, index: number): string => (seat.kind === 'item' ? `item-${seat.item}` : `${seat.kind}-${index}`);

/** On the card's lower edge, where it takes no room: nothing moves when it comes and goes. */
function Changes({ changes }: { readonly changes: readonly string[] }) {
  const text = changes.join(' · ');
  return (
    <p className={styles.changes} title={text}>
      {text}
    </p>
  );
}

function Gate({ open }: { readonly open: boolean }) {
  const Icon = open ? DoorOpen : DoorClosed;
  return (
    <span className={styles.gate} data-open={open}>
      <Icon size={18} aria-hidden="true" />
      {open ? 'open' : 'closed'}
    </span>
  );
}

interface SeatViewProps {
  readonly seat: Seat;
  readonly selectedTask: TaskId | null;
  readonly onSelectTask: (task: TaskId) => void;
}

function SeatView({ seat, selectedTask, onSelectTask }: SeatViewProps) {
  if (seat.kind === 'held' && seat.task !== null) {
    return <TaskChip task={seat.task} label={seat.label} held selected={seat.task === selectedTask} onSelect={onSelectTask} />;
  }
  return (
    <span className={styles.seat} data-kind={seat.kind} data-next={seat.kind === 'item' && seat.next} title={seat.label}>
      {seat.label}
    </span>
  );
}

/** Waiters beyond this many are counted, not drawn. */
const MOST_WAITERS = 16;

interface WaitersProps {
  readonly group: WaiterGroup;
  readonly selectedTask: TaskId | null;
  readonly onSelectTask: (task: TaskId) => void;
}

function Waiters({ group, selectedTask, onSelectTask }: WaitersProps) {
  const rest = group.tasks.length - MOST_WAITERS;
  return (
    <div className={styles.waiters} data-side={group.side}>
      {group.side === 'entry' ? <ArrowLeft className={styles.arrow} size={12} aria-hidden="true" /> : null}
      <span className={styles.waitersTitle}>{group.title}</span>
      {group.tasks.slice(0, MOST_WAITERS).map(({ task, label }) => (
        <TaskChip key={task} task={task} label={label} selected={task === selectedTask} onSelect={onSelectTask} />
      ))}
      {rest > 0 ? <span className={styles.waitersTitle}>and {rest.toLocaleString('en')} more</span> : null}
      {group.side === 'exit' ? <ArrowLeft className={styles.arrow} size={12} aria-hidden="true" /> : null}
    </div>
  );
}
