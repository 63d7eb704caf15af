import { Lightbulb } from 'lucide-react';
import { useMemo } from 'react';
import { explain } from '../../../analysis/explain/explain';
import type { Part } from '../../../analysis/explain/explanation';
import { TERMS } from '../../../analysis/explain/terms';
import { PanelLegend } from '../../design/PanelLegend';
import { Tooltip } from '../../design/Tooltip';
import { useActions, useAppState } from '../../store/AppContext';
import type { Actions } from '../../store/app';
import { currentRecorded } from '../../store/selectors';
import { EXPLANATION_LEGEND } from '../legends';
import styles from './ExplanationPanel.module.css';

/** What happens at this step and why, in a sentence or two. It is read aloud when one steps, not while it plays. */
export function ExplanationPanel() {
  const actions = useActions();
  const recorded = useAppState(currentRecorded);
  const step = useAppState((state) => state.position.step);
  const playing = useAppState((state) => state.position.playing);
  const explanation = useMemo(() => (recorded === null ? null : explain(recorded.index, step)), [recorded, step]);
  return (
    <section className={styles.panel} data-panel-name="Explanation" tabIndex={-1} aria-label="Explanation">
      <div className={styles.content}>
        <Lightbulb className={styles.icon} size={18} aria-hidden="true" />
        <p className={styles.words} aria-live={playing ? 'off' : 'polite'}>
          {explanation === null
            ? 'Press Run to record the program. Then step through it: a sentence here says what happens at each step, and why.'
            : keyed(explanation.parts).map(({ key, part }) => <PartView key={key} part={part} actions={actions} playing={playing} />)}
        </p>
        <PanelLegend of="Explanation" entries={EXPLANATION_LEGEND} />
      </div>
    </section>
  );
}

/** Parts with keys: they have no identity but their place in the sentence. */
const keyed = (parts: readonly Part[]) => parts.map((part, key) => ({ key, part }));

interface PartViewProps {
  readonly part: Part;
  readonly actions: Actions;
  readonly playing: boolean;
}

function PartView({ part, actions, playing }: PartViewProps) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code className={styles.code}>{part.text}</code>;
    case 'task':
      return (
        <button type="button" className={styles.task} onClick={() => actions.selectTask(part.task)}>
          {part.label}
        </button>
      );
    case 'resource':
      return (
        <button type="button" className={styles.resource} onClick={() => actions.selectResource(part.resource)}>
          {part.name}
        </button>
      );
    case 'place':
      return (
        <button type="button" className={styles.place} onClick={() => actions.selectLine(part.place)}>
          {part.place.file}:{part.place.line}
        </button>
      );
    case 'term':
      // A tooltip is much to set up for a sentence that is gone with the next step.
      if (playing) return <span className={styles.term}>{part.term}</span>;
      return (
        <Tooltip text={TERMS[part.term]}>
          <button type="button" className={styles.term}>
            {part.term}
          </button>
        </Tooltip>
      );
  }
}
