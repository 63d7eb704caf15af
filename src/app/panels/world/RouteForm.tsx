import { Field } from './Field';
import { CONTENTS, type Complaints, OUTCOMES, type RouteFields, type RouteOutcome } from './routeFields';
import styles from './World.module.css';

const METHODS = ['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
const OUTCOME_WORDS = {
  answer: 'is answered',
  refused: 'is refused',
  reset: 'is reset',
  timeout: 'gets no answer',
  dns: 'finds no such host',
} as const;
/** What programs see of it, where that needs to be said. */
const OUTCOME_HINTS: { readonly [O in RouteOutcome]?: string } = {
  reset: 'The connection breaks off in the place of an answer (ECONNRESET).',
  timeout: 'Nothing ever comes: without a timeout, the program waits for ever.',
};
const CONTENT_WORDS = { usual: 'as without the route', text: 'this text', json: 'this JSON' } as const;

interface RouteFormProps {
  readonly fields: RouteFields;
  readonly complaints: Complaints;
  readonly onChange: (fields: RouteFields) => void;
}

/** The fields of a route. What is typed is kept, right or wrong. */
export function RouteForm({ fields, complaints, onChange }: RouteFormProps) {
  const set = (changed: Partial<RouteFields>): void => onChange({ ...fields, ...changed });
  const methods = METHODS.some((method) => method === fields.method) ? METHODS : [...METHODS, fields.method];
  return (
    <div className={styles.form}>
      <Field label="Host" complaint={complaints.host} wide>
        {(control) => <Text {...control} value={fields.host} onChange={(host) => set({ host })} />}
      </Field>
      <Field label="Method">
        {(control) => (
          <select {...control} className={styles.control} value={fields.method} onChange={(event) => set({ method: event.target.value })}>
            {methods.map((method) => (
              <option key={method} value={method}>
                {method === '*' ? 'any' : method}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Path" complaint={complaints.path}>
        {(control) => <Text {...control} value={fields.path} onChange={(path) => set({ path })} />}
      </Field>
      <Field label="The request" hint={OUTCOME_HINTS[fields.outcome]} wide>
        {(control) => (
          <select
            {...control}
            className={styles.control}
            value={fields.outcome}
            onChange={(event) => set({ outcome: OUTCOMES.find((one) => one === event.target.value) ?? 'answer' })}
          >
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={outcome}>
                {OUTCOME_WORDS[outcome]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {fields.outcome === 'timeout' ? null : (
        <Field label="after (ms)" complaint={complaints.latency}>
          {(control) => (
            <Text
              {...control}
              inputMode="decimal"
              placeholder="by its address"
              value={fields.latency}
              onChange={(latency) => set({ latency })}
            />
          )}
        </Field>
      )}
      {fields.outcome === 'answer' ? <AnswerFields fields={fields} complaints={complaints} set={set} /> : null}
    </div>
  );
}

interface AnswerFieldsProps {
  readonly fields: RouteFields;
  readonly complaints: Complaints;
  readonly set: (changed: Partial<RouteFields>) => void;
}

function AnswerFields({ fields, complaints, set }: AnswerFieldsProps) {
  return (
    <>
      <Field label="Status" complaint={complaints.status}>
        {(control) => <Text {...control} inputMode="numeric" value={fields.status} onChange={(status) => set({ status })} />}
      </Field>
      <Field label="Content">
        {(control) => (
          <select
            {...control}
            className={styles.control}
            value={fields.content}
            onChange={(event) => set({ content: CONTENTS.find((one) => one === event.target.value) ?? 'usual' })}
          >
            {CONTENTS.map((content) => (
              <option key={content} value={content}>
                {CONTENT_WORDS[content]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {fields.content === 'usual' ? null : (
        <Field label={fields.content === 'json' ? 'JSON' : 'Text'} complaint={complaints.body} wide>
          {(control) => <Lines {...control} value={fields.body} onChange={(body) => set({ body })} />}
        </Field>
      )}
      <Field label="Headers" complaint={complaints.headers} wide>
        {(control) => <Lines {...control} placeholder="Retry-After: 1" value={fields.headers} onChange={(headers) => set({ headers })} />}
      </Field>
    </>
  );
}

interface TextProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
  readonly value: string;
  readonly placeholder?: string;
  readonly inputMode?: 'decimal' | 'numeric';
  readonly onChange: (value: string) => void;
}

export function Text({ onChange, ...control }: TextProps) {
  return (
    <input
      {...control}
      className={styles.control}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Lines({ onChange, ...control }: TextProps) {
  return (
    <textarea
      {...control}
      className={styles.control}
      rows={Math.min(8, Math.max(2, control.value.split('\n').length))}
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
