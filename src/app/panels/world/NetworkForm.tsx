import { Field } from './Field';
import type { NetworkComplaints, NetworkFields } from './networkFields';
import { Text } from './RouteForm';
import styles from './World.module.css';

interface NetworkFormProps {
  readonly fields: NetworkFields;
  readonly complaints: NetworkComplaints;
  readonly onChange: (fields: NetworkFields) => void;
}

/** How messages travel. */
export function NetworkForm({ fields, complaints, onChange }: NetworkFormProps) {
  const set = (changed: Partial<NetworkFields>): void => onChange({ ...fields, ...changed });
  return (
    <div className={styles.form}>
      <Field label="Latency (ms)" complaint={complaints.latency}>
        {(control) => <Text {...control} inputMode="decimal" value={fields.latency} onChange={(latency) => set({ latency })} />}
      </Field>
      <Field label="Loss (%)" complaint={complaints.loss}>
        {(control) => <Text {...control} inputMode="decimal" value={fields.loss} onChange={(loss) => set({ loss })} />}
      </Field>
      <Field label="Bandwidth (bytes/s)" complaint={complaints.bandwidth}>
        {(control) => (
          <Text
            {...control}
            inputMode="numeric"
            placeholder="no limit"
            value={fields.bandwidth}
            onChange={(bandwidth) => set({ bandwidth })}
          />
        )}
      </Field>
      <Field label="Cut off hosts">
        {(control) => (
          <Text {...control} placeholder="db.internal, …" value={fields.unreachable} onChange={(unreachable) => set({ unreachable })} />
        )}
      </Field>
    </div>
  );
}
