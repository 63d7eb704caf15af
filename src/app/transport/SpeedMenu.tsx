import { Gauge } from 'lucide-react';
import { Button } from '../design/Button';
import { ChoiceMenu } from '../design/ChoiceMenu';
import { useActions, useAppState } from '../store/AppContext';
import { PACES, paceLabel } from './paces';

/** How fast Play goes: by steps, or by virtual time. */
export function SpeedMenu() {
  const actions = useActions();
  const current = paceLabel(useAppState((state) => state.preferences.pace));
  const choose = (label: string): void => {
    const choice = PACES.find((candidate) => candidate.label === label);
    if (choice !== undefined) actions.setPace(choice.pace);
  };
  return (
    <ChoiceMenu
      label="Speed"
      align="end"
      options={PACES.map(({ label, detail }) => ({ value: label, label, ...(detail === undefined ? {} : { detail, separated: true }) }))}
      value={current}
      onChoose={choose}
    >
      <Button variant="ghost" aria-label={`Speed, ${current}`}>
        <Gauge size={15} aria-hidden="true" />
        {current}
      </Button>
    </ChoiceMenu>
  );
}
