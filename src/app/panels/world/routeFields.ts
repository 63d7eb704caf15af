import * as v from 'valibot';
import { FAILURES, type Route, RouteSchema } from '../../../model/network';
import type { Asked } from './asked';

/** What a route does: it answers, or something else happens. */
export const OUTCOMES = ['answer', ...FAILURES] as const;
export type RouteOutcome = (typeof OUTCOMES)[number];

/** Where the answer's content comes from; 'usual': what the host answers without the route. */
export const CONTENTS = ['usual', 'text', 'json'] as const;
export type Content = (typeof CONTENTS)[number];

/** A route as it is being typed: nothing in it needs to be right. */
export interface RouteFields {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly outcome: RouteOutcome;
  readonly status: string;
  /** Milliseconds; empty for what the URL gives. */
  readonly latency: string;
  /** "Name: value", one a line. */
  readonly headers: string;
  readonly content: Content;
  readonly body: string;
}

export type Complaints = { readonly [F in keyof RouteFields]?: string };

/** A route that answers everything of a host as it would be answered without. */
export const NEW_ROUTE: RouteFields = {
  host: 'api.example.org',
  method: '*',
  path: '*',
  outcome: 'answer',
  status: '200',
  latency: '',
  headers: '',
  content: 'json',
  body: '{ "ok": true }',
};

export const fieldsOf = (route: Route): RouteFields => ({
  host: route.host,
  method: route.method.toUpperCase(),
  path: route.path,
  outcome: route.failure === '' ? 'answer' : route.failure,
  status: String(route.status),
  latency: route.latency === null ? '' : String(route.latency),
  headers: Object.entries(route.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n'),
  content: route.json !== null ? 'json' : route.body === null ? 'usual' : 'text',
  body: route.json === null ? (route.body ?? '') : JSON.stringify(route.json, null, 2),
});

/** A route that answers a request as it was answered, to be changed. */
export function fieldsOfAsked(host: string, { method, target, answer, failed, took }: Asked): RouteFields {
  if (target === '') return { ...NEW_ROUTE, host, content: 'usual', body: '' };
  const status = failed ? undefined : /^\d{3}/.exec(answer ?? '')?.[0];
  const latency = took === null ? '' : String(took / 1e6);
  return { ...NEW_ROUTE, host, method, path: target, status: status ?? '200', latency, content: 'usual', body: '' };
}

/** The route that the fields give, or what is wrong with them, by field. */
export function routeOf(fields: RouteFields): { readonly route: Route } | { readonly complaints: Complaints } {
  const complaints: { -readonly [F in keyof Complaints]: Complaints[F] } = {};
  const host = fields.host.trim();
  if (!/^[^\s/:]+(:\d{1,5})?$/.test(host)) complaints.host = 'A host alone: api.example.org, *.example.org or example.org:8080.';
  const path = fields.path.trim();
  if (!/^[/*]\S*$/.test(path)) complaints.path = 'A path: /users/3, /users/* or * for all.';
  const answers = fields.outcome === 'answer';
  const status = Number(fields.status);
  if (answers && !(/^\d{3}$/.test(fields.status.trim()) && status >= 100 && status <= 599)) complaints.status = 'A number from 100 to 599.';
  const typed = fields.latency.trim() === '' ? null : Number(fields.latency);
  const inRange = typed === null || (typed >= 0 && typed <= 86_400_000);
  const latency = inRange ? typed : null;
  // What never comes, comes after no time.
  if (!inRange && fields.outcome !== 'timeout') complaints.latency = 'Milliseconds up to 86,400,000, or nothing.';
  const headers = headersOf(fields.headers);
  if (typeof headers === 'string') complaints.headers = headers;
  const json = answers && fields.content === 'json' ? jsonOf(fields.body) : { value: null };
  if ('complaint' in json) complaints.body = json.complaint;
  if (Object.keys(complaints).length > 0 || typeof headers === 'string' || 'complaint' in json) return { complaints };
  const body = fields.content === 'usual' ? null : fields.content === 'text' ? fields.body : '';
  return {
    route: v.parse(RouteSchema, {
      host,
      method: fields.method,
      path,
      latency,
      headers,
      ...(answers ? { status, body, json: json.value } : { failure: fields.outcome }),
    }),
  };
}

/** The headers, or what is wrong with them. */
function headersOf(text: string): Readonly<Record<string, string>> | string {
  const pairs: (readonly [string, string])[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, name, value] = /^\s*([!#$%&'*+.^`|~\w-]+)\s*:\s*([\x20-\x7e\xa0-\xff]*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return `One a line, “Name: value”; “${line.trim()}” is none.`;
    pairs.push([name, value]);
  }
  return Object.fromEntries(pairs);
}

function jsonOf(text: string): { readonly value: unknown } | { readonly complaint: string } {
  try {
    const value: unknown = JSON.parse(text);
    return value === null ? { complaint: 'Something other than null.' } : { value };
  } catch (error) {
    return { complaint: `No JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
