import { Gauge } from 'lucide-react';
import { Button } from '../design/Button';
import { ChoiceMenu } from '../design/ChoiceMenu';
import { useActions, useAppState } from '../store/AppContext';
import { SPEEDS } from './speeds';

/** How many steps a second Play takes. */
export function SpeedMenu() {
  const actions = useActions();
  const speed = useAppState((state) => state.preferences.speed);
  const current = SPEEDS.find(({ value }) => value === speed)?.label ?? `${speed} steps/s`;
  return (
    <ChoiceMenu
      label="Speed"
      align="end"
      options={SPEEDS.map(({ value, label }) => ({ value: String(value), label }))}
      value={String(speed)}
      onChoose={(value) => actions.setSpeed(Number(value))}
    >
      <Button variant="ghost" aria-label={`Speed, ${current}`}>
        <Gauge size={15} aria-hidden="true" />
        {current}
      </Button>
    </ChoiceMenu>
  );
}
